import { open } from 'node:fs/promises';
import path from 'node:path';
import { registerClient } from '@/tests/http/api-client';
import { MODES, startNetdisk } from '@/tests/start-netdisk';
import { waitUntil } from '@/tests/wait-until';
import { percentile, report, timed } from './report';

const UPLOADS = 200;

/** From the answer to an upload until a search shows the file, and until the engine itself shows it. */
export async function benchUploadToFindable(): Promise<void> {
  for (const mode of MODES) {
    const netdisk = await startNetdisk({ mode });
    try {
      const client = await registerClient(netdisk.url);
      await client.upload('warm-up.txt');
      const [uploads, findable, indexed, raw]: number[][] = [[], [], [], []];
      for (let count = 0; count < UPLOADS; count += 1) {
        raw?.push(await timed(() => writeAndSync(path.join(netdisk.dataDir, 'raw.tmp'))));
        const name = `needle${count}x.txt`;
        let id = '';
        uploads?.push(
          await timed(async () => {
            id = (await client.upload(name)).id;
          }),
        );
        const answered = performance.now();
        await waitUntil('found', async () => (await client.search(`needle${count}x`)).total === 1, {
          everyMs: 1,
        });
        findable?.push(performance.now() - answered);
        await waitUntil(
          'indexed',
          async () => (await client.json<{ indexed: boolean }>('GET', `/api/entries/${id}`)).indexed,
          {
            everyMs: 2,
          },
        );
        indexed?.push(performance.now() - answered);
      }
      const conditions = `${mode} mode, ${UPLOADS} uploads one after the other`;
      for (const p of [50, 95]) {
        report({
          bench: 'upload-to-findable',
          metric: `upload answered, p${p}`,
          unit: 'ms',
          value: percentile(uploads ?? [], p),
          raw: { what: 'one file written and fsynced', value: percentile(raw ?? [], p) },
          conditions,
        });
        report({
          bench: 'upload-to-findable',
          metric: `found after the answer, p${p}`,
          unit: 'ms',
          value: percentile(findable ?? [], p),
          conditions,
        });
        report({
          bench: 'upload-to-findable',
          metric: `indexed after the answer, p${p}`,
          unit: 'ms',
          value: percentile(indexed ?? [], p),
          conditions,
        });
      }
    } finally {
      await netdisk.stop();
    }
  }
}

async function writeAndSync(file: string): Promise<void> {
  const handle = await open(file, 'w');
  await handle.write('content');
  await handle.sync();
  await handle.close();
}
