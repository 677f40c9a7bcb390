import { Client } from 'pg';

/**
 * Puts files of these names straight into the drive of an account, with an outbox event each: the fastest way to a
 * large drive, in one statement, as a mass operation would commit it.
 */
export async function seedEntries(databaseUrl: string, accountId: string, names: string[]): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `WITH made AS (
         INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type)
         SELECT gen_random_uuid(), a.id, a.root_id, 'file', n.name, lower(n.name),
           coalesce(substring(n.name from '[^.]+$'), ''), 'application/octet-stream'
         FROM accounts a, jsonb_array_elements_text($2::jsonb) AS n(name)
         WHERE a.id = $1::uuid
         RETURNING id, owner_id, name, extension, revision
       ), told AS (
         INSERT INTO outbox_events (type, payload)
         SELECT 'entry.saved', jsonb_build_object('type', 'entry.saved', 'userFileId', id, 'userId', owner_id,
           'revision', revision, 'fileName', name, 'extendName', extension, 'isDir', 0)
         FROM made
       ) SELECT pg_notify('netdisk_outbox', '')`,
      [accountId, JSON.stringify(names)],
    );
  });
}

/** How many entries of the account the index does not show yet. */
export async function countPending(databaseUrl: string, accountId: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'SELECT count(*) FROM entries WHERE owner_id = $1 AND revision > indexed_revision AND parent_id IS NOT NULL',
      [accountId],
    );
    return Number(rows[0]?.count);
  });
}

/**
 * Vacuums and counts what was loaded, as PostgreSQL does by itself within a minute or two, unless it is told not to as
 * servers for tests are.
 */
export async function vacuum(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) => client.query('VACUUM ANALYZE entries, search_documents'));
}

/** A connection of one's own for as long as it is used. */
export async function withClient<Result>(
  databaseUrl: string,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
