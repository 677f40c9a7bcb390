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

async function query(at: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
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

test('no search reads through a list of what was not sorted into its index yet', async () => {
  const indexes = await query(
    url.href,
    `SELECT relname, reloptions FROM pg_class JOIN pg_am ON pg_am.oid = relam WHERE amname = 'gin' ORDER BY relname`,
  );
  expect(indexes).toEqual([
    { relname: 'search_documents_content', reloptions: ['fastupdate=off'] },
    { relname: 'search_documents_terms', reloptions: ['fastupdate=off'] },
  ]);
});

test('the committed migrations leave nothing to migrate', async () => {
  expect(await draftMigration(adminUrl)).toBeNull();
});

test('a column that only the database has is drift', async () => {
  await query(url.href, 'ALTER TABLE accounts ADD COLUMN stray text');
  expect(await findDrift(url.href)).toContain('DROP COLUMN "stray"');
});
