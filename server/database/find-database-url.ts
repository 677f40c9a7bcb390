import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a running Netdisk leaves the address of its embedded PostgreSQL, readable by its owner alone. */
export function databaseUrlFile(dataDir: string): string {
  return path.join(dataDir, 'database-url');
}

/**
 * The database of the Netdisk on this machine, for commands that run beside it.
 * @throws {Error} when DATABASE_URL is unset and no Netdisk has run on the data folder.
 */
export async function findDatabaseUrl(env: Record<string, string | undefined>): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const dataDir = path.resolve(env.DATA_DIR || './data');
  try {
    return await readFile(databaseUrlFile(dataDir), 'utf8');
  } catch (cause) {
    throw new Error(`No database is known for ${dataDir}. Start Netdisk there first, or set DATABASE_URL.`, {
      cause,
    });
  }
}
