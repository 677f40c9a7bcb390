import { Client } from 'pg';
import type { RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';

/** One statement on the database of a Netdisk that runs. */
export async function queryRows<Row extends object>(
  { databaseUrl }: RunningNetdisk,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Files 'report 1.txt' and on straight into a folder, with the events that uploads would commit, until all is indexed. */
export async function fillFolder(netdisk: RunningNetdisk, folderId: string, count: number): Promise<void> {
  await queryRows(
    netdisk,
    `WITH made AS (
       INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type, updated_at)
       SELECT gen_random_uuid(), folder.owner_id, folder.id, 'file', 'report ' || n || '.txt', 'report ' || n || '.txt',
         'txt', 'text/plain', now() - n % 50 * interval '1 hour'
       FROM entries folder, generate_series(1, $2::integer) AS n WHERE folder.id = $1::uuid
       RETURNING id, owner_id, name, extension, revision),
     told AS (
       INSERT INTO outbox_events (type, payload)
       SELECT 'entry.saved', jsonb_build_object('type', 'entry.saved', 'userFileId', id, 'userId', owner_id,
         'revision', revision, 'fileName', name, 'extendName', extension, 'isDir', 0)
       FROM made)
     SELECT pg_notify('netdisk_outbox', '')`,
    [folderId, count],
  );
  await untilIndexed(netdisk);
}

export function untilIndexed(netdisk: RunningNetdisk): Promise<unknown> {
  const countPending = async () => {
    const rows = await queryRows<{ pending: string }>(
      netdisk,
      'SELECT count(*) AS pending FROM entries WHERE revision > indexed_revision AND parent_id IS NOT NULL',
      [],
    );
    return Number(rows[0]?.pending);
  };
  return waitUntil('all is indexed', async () => (await countPending()) === 0, {
    seconds: 600,
    everyMs: 200,
  });
}
