import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openEmbeddedPostgres } from '../../server/database/embedded-postgres';
import { alreadyRunning, type FindService, type TestService } from './test-service';

const DEFAULT_URL = 'postgresql://postgres@127.0.0.1:5432/postgres';
const OLDEST = 150_000;

export const postgresWays: FindService[] = [findRunning, startEmbedded];

async function findRunning(): Promise<TestService | null> {
  const told = process.env.TEST_POSTGRES_URL;
  const url = told || DEFAULT_URL;
  const problem = await findProblem(url);
  if (problem === null) return alreadyRunning({ TEST_POSTGRES_URL: url });
  if (told) throw new Error(`TEST_POSTGRES_URL: ${problem}`);
  return null;
}

/** The one that npm installed: it is what `npm start` runs, and it needs nothing of the machine. */
async function startEmbedded(): Promise<TestService> {
  const folder = path.join(tmpdir(), `netdisk-test-postgres-${randomUUID()}`);
  await mkdir(folder, { mode: 0o711 });
  const postgres = await openEmbeddedPostgres(folder);
  const server = postgres.launch();
  await postgres.whenReady(server);
  return {
    how: 'started from npm',
    env: { TEST_POSTGRES_URL: postgres.url },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findProblem(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; may_create: boolean }>(`
      SELECT current_setting('server_version_num')::int AS version,
        rolsuper AS may_create FROM pg_roles WHERE rolname = current_user`);
    if ((rows[0]?.version ?? 0) < OLDEST) return 'it is older than PostgreSQL 15';
    return rows[0]?.may_create ? null : 'its role is no superuser, and may not create what the tests need';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end();
  }
}
