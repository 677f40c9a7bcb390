import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningNetdisk, startNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import { type ApiClient, registerClient } from './api-client';

const UPLOADS = 1_000;
const CLIENTS = 8;
const KILLS = 3;

let netdisk: RunningNetdisk;
let clients: ApiClient[];

beforeAll(async () => {
  netdisk = await startNetdisk({ mode: 'real' });
  clients = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => registerClient(netdisk.url, `C${index}`)),
  );
}, 180_000);

afterAll(() => netdisk?.stop());

test('1,000 uploads while relay and indexer are killed three times each leave no difference', async () => {
  let done = 0;
  const uploading = Promise.all(
    clients.map(async (client, index) => {
      for (let count = 0; count < UPLOADS / CLIENTS; count += 1) {
        const entry = await client.upload(`upload-${index}-${count}.txt`, `${index} ${count}`);
        // Renames and deletes among them: a late save must not bring an old state back.
        if (count % 5 === 0) await client.change(entry.id, { name: `renamed-${index}-${count}.txt` });
        if (count % 7 === 0) await client.remove(entry.id);
        done += 1;
      }
    }),
  );
  // A kill that meets no work proves nothing.
  const someArePending = async () =>
    (await Promise.all(clients.map(countPending))).some((count) => count > 0);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await waitUntil('a quarter more is uploaded', async () => done >= (UPLOADS * kill) / (KILLS + 1), {
      seconds: 120,
    });
    for (const worker of ['outbox-relay', 'indexer']) {
      await waitUntil('work is under way', someArePending, { everyMs: 1 });
      await netdisk.kill(worker);
    }
  }
  await uploading;
  for (const client of clients) {
    await waitUntil('nothing is pending', async () => (await countPending(client)) === 0, { seconds: 120 });
  }
  const verify = await netdisk.run('search:verify');
  expect(verify).toMatchObject({ exitCode: 0 });
  expect(verify.output).toContain(' 0 differences');
}, 400_000);

async function countPending(client: ApiClient): Promise<number> {
  return (await client.search('upload')).pending;
}
