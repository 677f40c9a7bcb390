import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { registerClient } from './http/api-client';
import { startNetdisk } from './start-netdisk';
import { waitUntil } from './wait-until';

const folder = path.join(tmpdir(), `netdisk-start-${randomUUID()}`);
const dataDir = path.join(folder, 'data');

vi.setConfig({ testTimeout: 120_000 });
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm start`'s program with this environment, to its end. */
async function start(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const unset = { DATABASE_URL: '', AMQP_URL: '', ELASTICSEARCH_URL: '', NEXTAUTH_SECRET: '' };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...unset, DATA_DIR: path.join(folder, 'refused'), ...env },
  });
  const output = collect(child);
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}

test('a data folder is served by one start: the second names it and ends, the first goes on', async () => {
  const netdisk = await startNetdisk({ mode: 'embedded', dataDir });
  const second = await start({ DATA_DIR: dataDir });
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Another Netdisk already uses this data folder: ${dataDir}`);
  expect((await fetch(`${netdisk.url}/api/health/ready`)).status).toBe(200);
  expect(await netdisk.stop()).toBe(0);
});

test('after kill -9 of the supervisor the next start finds everything as it was', async () => {
  const killed = await startNetdisk({ mode: 'embedded', dataDir });
  const client = await registerClient(killed.url);
  const file = await client.upload('kept.txt', 'kept');
  await killed.kill('supervisor');

  const netdisk = await startNetdisk({ mode: 'embedded', dataDir });
  const again = await fetch(`${netdisk.url}/api/entries/${file.id}/content`, {
    headers: { Authorization: `Bearer ${client.token}` },
  });
  expect(await again.text()).toBe('kept');
  await waitUntil('the web server of the killed one has ended', async () => {
    try {
      await fetch(killed.url);
      return false;
    } catch {
      return true;
    }
  });
  expect(await netdisk.stop()).toBe(0);
});

test('a database or web server that is killed is started again, and a request succeeds', async () => {
  const netdisk = await startNetdisk({ mode: 'embedded', dataDir });
  for (const name of ['postgres', 'web', 'workers']) {
    await netdisk.kill(name);
    await waitUntil(`ready after ${name} was killed`, async () => {
      return (await fetch(`${netdisk.url}/api/health/ready`)).ok;
    });
  }
  expect(netdisk.log()).toContain('"process":"postgres","reason":"SIGKILL"');
  expect(await netdisk.stop()).toBe(0);
});

test('a database that was left half-made is made anew', async () => {
  const halfMade = path.join(folder, 'half-made');
  await mkdir(path.join(halfMade, 'postgres-unfinished', 'base'), { recursive: true });
  await writeFile(path.join(halfMade, 'postgres-unfinished', 'PG_VERSION'), '18');
  const netdisk = await startNetdisk({ mode: 'embedded', dataDir: halfMade });
  expect(existsSync(path.join(halfMade, 'postgres-unfinished'))).toBe(false);
  expect(await netdisk.stop()).toBe(0);
});

test('what opens the data is kept for its owner alone', async () => {
  for (const name of ['session-secret', 'postgres-password', 'database-url']) {
    expect([name, (await stat(path.join(dataDir, name))).mode & 0o777]).toEqual([name, 0o600]);
  }
  expect((await readFile(path.join(dataDir, 'session-secret'), 'utf8')).length).toBeGreaterThanOrEqual(32);
});

test('a wrong variable ends the start and is named', async () => {
  const { code, output } = await start({ PORT: 'eighty' });
  expect(code).toBe(1);
  expect(output).toMatch(/The environment is not usable:\n {2}PORT: /);
});

test('a real database without NEXTAUTH_SECRET is refused', async () => {
  const { code, output } = await start({ DATABASE_URL: 'postgresql://127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(output).toContain('NEXTAUTH_SECRET: is not set');
});

test('a taken PORT ends the start and is named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, output } = await start({ PORT: port });
  taken.close();
  expect(code).toBe(1);
  expect(output).toContain(`PORT ${port} on 127.0.0.1 is taken by another program`);
});

test('a database that is down is named without its password, and waited for', async () => {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      DATA_DIR: path.join(folder, 'waiting'),
      DATABASE_URL: 'postgresql://netdisk:open-sesame@127.0.0.1:1/drive',
      NEXTAUTH_SECRET: randomUUID(),
      PORT: '',
    },
  });
  const output = collect(child);
  await waitUntil('it tried twice', async () => output().split('Trying again').length > 2, { seconds: 60 });
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  expect(output()).toContain('The database at 127.0.0.1:1/drive does not answer');
  expect(output()).not.toContain('open-sesame');
});
