import { registerClient } from '@/tests/http/api-client';
import { startRabbitmqNode } from '@/tests/services/rabbitmq-node';
import { endWhileDown, liveShares } from '@/tests/share-lives';
import { startNetdisk } from '@/tests/start-netdisk';
import { percentile, report } from './report';

const SHARES = 10_000;
const CHANGED = 1_000;
const DUE_WITHIN_SECONDS = 60;
const ENDED_WHILE_DOWN = 5_000;

/**
 * How late 3,000 of 10,000 shares are marked, while their worker and the broker are killed and start again; and how
 * soon what ended while everything was down is marked after a start. Needs RabbitMQ's programs on this machine: the
 * broker that is killed is one of its own.
 */
export async function benchShareExpiry(): Promise<void> {
  const broker = await startRabbitmqNode();
  if (!broker)
    throw new Error('RabbitMQ is not installed here: this benchmark starts and kills one of its own.');
  Object.assign(process.env, broker.env);
  const netdisk = await startNetdisk({ mode: 'real' });
  try {
    const owner = await registerClient(netdisk.url);
    const ended = await liveShares(netdisk, owner, {
      count: SHARES,
      dueWithinSeconds: DUE_WITHIN_SECONDS,
      changed: CHANGED,
      async disturb() {
        await Promise.all([netdisk.kill('share-expiry'), broker.restart()]);
      },
    });
    const { lateness, early, wrong } = ended;
    const lives = `real mode, ${lateness.length} of ${SHARES} due in ${DUE_WITHIN_SECONDS} s, ${CHANGED} changed before, worker and broker killed; ${early} early, ${wrong} wrong`;
    for (const p of [50, 99, 100]) {
      const value = percentile(lateness, p);
      report({
        bench: 'share-expiry',
        metric: `marked after the end, p${p}`,
        unit: 'ms',
        value,
        conditions: lives,
      });
    }
    const after = await endWhileDown(netdisk, owner, { count: ENDED_WHILE_DOWN, whileDown: broker.restart });
    const value = percentile(after, 100);
    const conditions = `${after.length} ended while Netdisk was killed and the broker restarted; counted from the ready line`;
    report({ bench: 'share-expiry', metric: 'the last marked after a start', unit: 'ms', value, conditions });
  } finally {
    await netdisk.stop();
    await broker.stop();
  }
}
