import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { hashToken } from '@/server/accounts/find-actor';
import { generateNames } from '@/tests/relevance/generate-names';
import { withClient } from './seed-entries';

const NAMES_PER_ACCOUNT = 1_000;
const NAMES = 6_000;
const ACCOUNTS_PER_STATEMENT = 100;

export interface SeededAccount {
  accountId: string;
  token: string;
  /** What lies in the drive; any of them can be searched for. */
  names: string[];
}

/** Accounts with an API token and a thousand files each, none of them indexed, put straight into the database. */
export async function seedAccounts(databaseUrl: string, documents: number): Promise<SeededAccount[]> {
  const names = generateNames(NAMES, 21);
  const accounts = Array.from({ length: Math.ceil(documents / NAMES_PER_ACCOUNT) }, (_, number) => {
    const start = (number * 7) % (NAMES - NAMES_PER_ACCOUNT);
    return {
      accountId: randomUUID(),
      token: `netdisk_${randomUUID()}`,
      names: names.slice(start, start + NAMES_PER_ACCOUNT),
    };
  });
  await withClient(databaseUrl, async (client) => {
    for (let at = 0; at < accounts.length; at += ACCOUNTS_PER_STATEMENT) {
      await insert(client, accounts.slice(at, at + ACCOUNTS_PER_STATEMENT));
    }
    await client.query('ANALYZE entries');
  });
  return accounts;
}

async function insert(client: Client, accounts: SeededAccount[]): Promise<void> {
  const rows = accounts.map(({ accountId, token, names }) => ({
    id: accountId,
    root: randomUUID(),
    hash: hashToken(token),
    names,
  }));
  await client.query(
    `WITH given AS MATERIALIZED (
       SELECT id, root, hash, names FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, root uuid, hash text, names jsonb)
     ), made AS (
       INSERT INTO accounts (id, email, email_key, name, password_hash, quota_bytes, root_id)
       SELECT id, id || '@example.org', id || '@example.org', 'Bench', 'none', 1000000000, root FROM given
     ), tokens AS (
       INSERT INTO api_tokens (id, account_id, name, token_hash) SELECT gen_random_uuid(), id, 'bench', hash FROM given
     ), roots AS (
       INSERT INTO entries (id, owner_id, kind, name, name_key) SELECT root, id, 'folder', '', '' FROM given
     )
     INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type)
     SELECT gen_random_uuid(), given.id, root, 'file', n.name, lower(n.name), substring(n.name from '[^.]+$'),
       'application/octet-stream'
     FROM given, LATERAL jsonb_array_elements_text(names) AS n(name)`,
    [JSON.stringify(rows)],
  );
}
