import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';

/** The advisory lock Prisma's own engine takes, so that neither ever runs beside the other. */
const MIGRATION_LOCK = 72707369;

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Applies the committed migrations that a database lacks, each in one transaction, and records them as Prisma
 * does. Safe when several processes start together: one applies, the others find nothing to do.
 * @returns the names applied.
 * @throws {Error} when a migration fails (nothing of it stays) or was edited after it was applied.
 */
export async function migrate(databaseUrl: string, directory = 'prisma/migrations'): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  // The query under way and every one after it reject with it; without a listener Node would end the process first.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row]));
    const names: string[] = [];
    for (const migration of await readMigrations(directory)) {
      const earlier = applied.get(migration.name);
      if (earlier) checkUnchanged(migration, earlier);
      else {
        await applyMigration(client, migration);
        names.push(migration.name);
      }
    }
    return names;
  } finally {
    await client.end();
  }
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const found = await readdir(directory, { withFileTypes: true });
  const names = found.filter((item) => item.isDirectory()).map((item) => item.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function checkUnchanged(migration: Migration, applied: AppliedMigration): void {
  if (!applied.finished_at) {
    throw new Error(`Migration ${migration.name} failed before. Repair the database, then start again.`);
  }
  if (applied.checksum !== migration.checksum) {
    throw new Error(`Migration ${migration.name} was edited after it was applied. Restore the file.`);
  }
}

async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed and left nothing behind: ${String(cause)}`, {
      cause,
    });
  }
}

/** Prisma's own table, column for column: its engine can take over at any time. */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
