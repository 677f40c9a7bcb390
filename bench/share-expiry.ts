import { registerClient } from '@/tests/http/api-client';
import { openRabbitmqDoor } from '@/tests/proxies/service-doors';
import { liveShares } from '@/tests/share-lives';
import { startNetdisk } from '@/tests/start-netdisk';
import { percentile, report } from './report';

const SHARES = 10_000;
const DUE_WITHIN_SECONDS = 60;

/** How late 4,000 of 10,000 shares are marked, while their worker is killed and the broker is cut off for a while. */
export async function benchShareExpiry(): Promise<void> {
  const broker = await openRabbitmqDoor();
  const netdisk = await startNetdisk({ mode: 'real', ports: { rabbitmq: broker.port } });
  try {
    const ended = await liveShares(netdisk, await registerClient(netdisk.url), {
      count: SHARES,
      dueWithinSeconds: DUE_WITHIN_SECONDS,
      async disturb() {
        await netdisk.kill('share-expiry');
        await broker.shut();
        await broker.reopen();
      },
    });
    const conditions = `real mode, ${ended.lateness.length} of ${SHARES} due in ${DUE_WITHIN_SECONDS} s, worker killed, broker cut off; ${ended.early} early, ${ended.wrong} wrong`;
    for (const p of [50, 99, 100]) {
      const value = percentile(ended.lateness, p);
      report({ bench: 'share-expiry', metric: `marked after the end, p${p}`, unit: 'ms', value, conditions });
    }
  } finally {
    await netdisk.stop();
    await broker.close();
  }
}
