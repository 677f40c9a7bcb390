import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDrift, findStatusProblems } from '@/scripts/migrations/compare-schema';
import { draftMigration } from '@/scripts/migrations/draft-migration';
import { migrate } from '@/server/database/migrate';

const adminUrl = process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const name = `netdisk_migrations_${randomUUID().replaceAll('-', '')}`;
const url = new URL(adminUrl);
url.pathname = `/${name}`;

beforeAll(() => query(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0`));
afterAll(() => query(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

async function query(at: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

test('an empty database is told to lack every migration', async () => {
  expect(await findStatusProblems(url.href)).toContain('No migration was ever applied.');
});

test('what migrate applies, Prisma itself finds applied, and the tables are what schema.prisma says', async () => {
  expect(await migrate(url.href)).not.toEqual([]);
  expect(await findStatusProblems(url.href)).toEqual([]);
  expect(await findDrift(url.href)).toBeNull();
  expect(await migrate(url.href)).toEqual([]);
});

test('the committed migrations leave nothing to migrate', async () => {
  expect(await draftMigration(adminUrl)).toBeNull();
});

test('a column that only the database has is drift', async () => {
  await query(url.href, 'ALTER TABLE accounts ADD COLUMN stray text');
  expect(await findDrift(url.href)).toContain('DROP COLUMN "stray"');
});
