import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { type Database, openDatabase } from '@/server/database/client';
import { migrate } from '@/server/database/migrate';

export interface TestDatabase {
  url: string;
  db: Database;
  drop(): Promise<void>;
}

/** Set by tests/global-setup.ts; the fallback serves a single file run by hand. */
function adminUrl(): string {
  return process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
}

/** A database of its own for one test file, copied from a migrated template in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate();
  const name = `netdisk_test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(async (admin) => {
    // Copying takes a lock on the template that two files at once would collide on.
    await admin.query('SELECT pg_advisory_lock(4117)');
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(name);
  const db = openDatabase(url, 5);
  return {
    url,
    db,
    async drop() {
      await db.$disconnect();
      await withAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function ensureTemplate(): Promise<string> {
  const name = `netdisk_template_${await migrationsHash()}`;
  await withAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(4117)');
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_new`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished} ENCODING 'UTF8' TEMPLATE template0`);
    await migrate(databaseUrl(unfinished));
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir('prisma/migrations')).sort()) {
    if (name.endsWith('.toml')) continue;
    hash.update(await readFile(`prisma/migrations/${name}/migration.sql`));
  }
  return hash.digest('hex').slice(0, 16);
}

async function withAdmin<Result>(use: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    return await use(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.href;
}
