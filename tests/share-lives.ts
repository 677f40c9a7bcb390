import { Client } from 'pg';
import type { ApiClient } from './http/api-client';
import type { RunningNetdisk } from './start-netdisk';
import { waitUntil } from './wait-until';

/** What became of many shares with mixed lives. */
export interface SharesEnded {
  /** Milliseconds from the end of each due share until it was marked, by the database's clock. */
  lateness: number[];
  /** Marked before their end. */
  early: number;
  /** Rescheduled, cancelled or not yet due, and marked all the same. */
  wrong: number;
}

export interface ShareLives {
  count: number;
  /** Two fifths of the shares end within so many seconds; the others live from an hour to 400 days. */
  dueWithinSeconds: number;
  /** Called when a third of the due shares is marked: what may go wrong goes wrong here. */
  disturb(): Promise<void>;
}

/**
 * Makes shares with mixed lives in one statement, with the events that an operation would commit, reschedules and
 * cancels some that are about to end, and waits until all that is due is marked.
 */
export async function liveShares(
  netdisk: RunningNetdisk,
  owner: ApiClient,
  { count, dueWithinSeconds, disturb }: ShareLives,
): Promise<SharesEnded> {
  const { id: ownerId } = await owner.json<{ id: string }>('GET', '/api/me');
  const client = new Client({ connectionString: netdisk.databaseUrl });
  await client.connect();
  try {
    await insertShares(client, ownerId, count, dueWithinSeconds);
    await changeSome(client, owner);
    const third = (count * 2) / 5 / 3;
    await waitUntil('a third is marked', async () => (await countMarked(client, ownerId)) >= third, {
      seconds: dueWithinSeconds,
      everyMs: 50,
    });
    await disturb();
    await waitUntil('all that is due is marked', () => allMarked(client, ownerId), {
      seconds: dueWithinSeconds + 60,
      everyMs: 200,
    });
    return await readOutcome(client, ownerId);
  } finally {
    await client.end();
  }
}

async function insertShares(client: Client, ownerId: string, count: number, dueWithinSeconds: number) {
  await client.query(
    `WITH made AS (
       INSERT INTO shares (share_batch_num, owner_id, end_time)
       SELECT md5(random()::text || n), $1::uuid, date_trunc('milliseconds', clock_timestamp()) + CASE
         WHEN n % 5 < 2 THEN make_interval(secs => 2 + random() * ($3 - 2))
         ELSE make_interval(secs => 3600 + random() * 400 * 86400) END
       FROM generate_series(1, $2::integer) AS n RETURNING share_batch_num, generation, end_time),
     told AS (
       INSERT INTO outbox_events (type, payload)
       SELECT 'share.expiry-scheduled', jsonb_build_object('type', 'share.expiry-scheduled', 'shareBatchNum',
         share_batch_num, 'generation', generation, 'endTime',
         to_char(end_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       FROM made ORDER BY end_time)
     SELECT pg_notify('netdisk_outbox', '')`,
    [ownerId, count, dueWithinSeconds],
  );
}

/** Through the API, as people do it: every other one is rescheduled, the others are cancelled. */
async function changeSome(client: Client, owner: ApiClient): Promise<void> {
  const { rows } = await client.query<{ share_batch_num: string }>(
    `SELECT share_batch_num FROM shares
     WHERE end_time BETWEEN now() + interval '6 seconds' AND now() + interval '1 hour' ORDER BY end_time LIMIT 40`,
  );
  for (const [at, { share_batch_num: number }] of rows.entries()) {
    if (at % 2 === 0) await owner.json('PATCH', `/api/shares/${number}`, { ttlSeconds: 86_400 });
    else await owner.send('DELETE', `/api/shares/${number}`, {});
  }
}

async function countMarked(client: Client, ownerId: string): Promise<number> {
  const { rows } = await client.query<{ marked: string }>(
    'SELECT count(*) AS marked FROM shares WHERE owner_id = $1 AND share_status = 1',
    [ownerId],
  );
  return Number(rows[0]?.marked);
}

async function allMarked(client: Client, ownerId: string): Promise<boolean> {
  const { rows } = await client.query<{ left: string }>(
    `SELECT count(*) AS left FROM shares
     WHERE owner_id = $1 AND share_status = 0 AND cancelled_at IS NULL AND end_time < now() + interval '30 minutes'`,
    [ownerId],
  );
  return Number(rows[0]?.left) === 0;
}

async function readOutcome(client: Client, ownerId: string): Promise<SharesEnded> {
  const { rows } = await client.query<{ late: number; due: boolean }>(
    `SELECT (extract(epoch FROM expired_at - end_time) * 1000)::float8 AS late,
       cancelled_at IS NULL AND end_time <= now() AS due
     FROM shares WHERE owner_id = $1 AND share_status = 1`,
    [ownerId],
  );
  return {
    lateness: rows.map(({ late }) => late),
    early: rows.filter(({ late }) => late < 0).length,
    wrong: rows.filter(({ due }) => !due).length,
  };
}
