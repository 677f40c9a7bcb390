import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@/prisma/generated/client';

export type Database = PrismaClient;
/** A client inside a transaction. Prisma lets the root client pass for one: never hand it over. */
export type Transaction = Prisma.TransactionClient;

/**
 * UTC: the adapter drops the offset of a timestamptz and takes what is left for UTC (measured with 7.10.0), so a
 * server in another time zone would shift every time by hours. No JIT: the planner guesses too many rows for
 * recursive queries, and PostgreSQL then compiles for 300 ms what runs in 5 (measured with PostgreSQL 15).
 */
const SESSION_OPTIONS = '-c timezone=UTC -c jit=off';

const MARK = '/* prepared */';

/**
 * Begins a raw statement that each connection is to parse and plan once, and then only to run: planning took half of
 * the time of a search in PostgreSQL. For few, frequent statements of a fixed text whose best plan is the same
 * whatever their values are; each stays in the memory of each connection.
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export const PREPARED = Prisma.raw(MARK);

const names = new Map<string, string>();

/** The name of a prepared statement, which must differ for each text; empty where it is planned each time. */
function nameStatement({ sql }: { sql: string }): string {
  if (!sql.trimStart().startsWith(MARK)) return '';
  // There are as few as each connection keeps, and hashing them took a hundredth of the web process's time.
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('hex');
    names.set(sql, name);
  }
  return name;
}

/** Opens a pool. Connects on the first query; `$disconnect()` ends it. */
export function openDatabase(url: string, poolSize = 10): Database {
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: withSessionOptions(url), max: poolSize },
      { statementNameGenerator: nameStatement },
    ),
  });
}

/** Behind the options of the address, which would take the place of ours: `pg` prefers what the address says. */
function withSessionOptions(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, SESSION_OPTIONS].filter(Boolean).join(' '));
  return url.toString();
}
