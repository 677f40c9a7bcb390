import { Client } from 'pg';

const STEMS = [
  'Annual-Report',
  '年度报告',
  'meeting notes',
  '会议纪要',
  'Budget_v',
  'holiday photo',
  '合同扫描件',
  'chap',
  'invoice',
  'Projektplan',
  '产品需求文档',
  'IMG_',
  'backup-',
  'readme',
  '简历',
  'slides final',
];
const ENDINGS = ['pdf', 'docx', 'txt', 'jpg', 'xlsx', 'pptx', 'zip', 'md'];

/** What people search for in such names: parts of words, Chinese, two words, identifiers. */
export const QUERIES = [
  'report',
  '报告',
  'port 20',
  '会议',
  'budget_v12',
  'photo 7',
  '合同',
  'chap03',
  'invoice 99',
  '需求',
  'img_123',
  'final pptx',
  '度报',
  'notes',
  '简历',
  'backup-5',
  'plan',
  'read',
  '纪要 2024',
  'slides',
];

/**
 * Puts `count` files with realistic names straight into the drive of an account, with an outbox event each when
 * asked: the fastest way to a large drive, in one statement, as a mass operation would commit it.
 */
export async function seedEntries(
  databaseUrl: string,
  accountId: string,
  count: number,
  { withEvents }: { withEvents: boolean },
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `WITH made AS (
         INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type)
         SELECT gen_random_uuid(), a.id, a.root_id, 'file', n.name, lower(n.name), n.ending, 'application/octet-stream'
         FROM accounts a, LATERAL (
           SELECT ($2::text[])[1 + i % cardinality($2::text[])] || ' ' || (2000 + i % 27) || '-' || i || '.' || ending AS name,
                  ending
           FROM generate_series(1, $4::int) AS i,
                LATERAL (SELECT ($3::text[])[1 + (i / 7) % cardinality($3::text[])] AS ending) AS e
         ) AS n
         WHERE a.id = $1::uuid
         RETURNING id, owner_id, name, extension, revision
       ), told AS (
         INSERT INTO outbox_events (type, payload)
         SELECT 'entry.saved', jsonb_build_object('type', 'entry.saved', 'userFileId', id, 'userId', owner_id,
           'revision', revision, 'fileName', name, 'extendName', extension, 'isDir', 0)
         FROM made WHERE $5
       ) SELECT pg_notify('netdisk_outbox', '')`,
      [accountId, STEMS, ENDINGS, count, withEvents],
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
