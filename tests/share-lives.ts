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
  /** Two fifths of the shares are due within so many seconds; the others live from an hour to 400 days. */
  dueWithinSeconds: number;
  /** Of those that are due so many are rescheduled or cancelled before. */
  changed: number;
  /** Called when a third of the due shares is marked: what may go wrong goes wrong here. */
  disturb(): Promise<void>;
}

const CHANGES_AT_ONCE = 8;
/** Those that are changed end last. */
const FIRST_END_SECONDS = 1;

/**
 * Makes shares with mixed lives in one statement, with the events that an operation would commit, reschedules and
 * cancels some that are about to end, and waits until all that is due is marked.
 */
export async function liveShares(
  netdisk: RunningNetdisk,
  owner: ApiClient,
  { count, dueWithinSeconds, changed, disturb }: ShareLives,
): Promise<SharesEnded> {
  return withShares(netdisk, owner, async (client, ownerId) => {
    await insertShares(client, ownerId, { count, from: FIRST_END_SECONDS, to: dueWithinSeconds });
    await changeSome(client, ownerId, owner, changed);
    const third = ((count * 2) / 5 - changed) / 3;
    await waitUntil('a third is marked', async () => (await countMarked(client, ownerId)) >= third, {
      seconds: dueWithinSeconds,
      everyMs: 50,
    });
    await disturb();
    await waitUntil('all that is due is marked', () => allMarked(client, ownerId), {
      seconds: dueWithinSeconds + 60,
      everyMs: 200,
    });
    return readOutcome(client, ownerId);
  });
}

/**
 * Kills everything, lets many shares end meanwhile, and starts again.
 * @returns for each the milliseconds from the moment Netdisk was ready again until it was marked; negative where it was
 * marked even before.
 */
export async function endWhileDown(
  netdisk: RunningNetdisk,
  owner: ApiClient,
  { count, whileDown }: { count: number; whileDown(): Promise<void> },
): Promise<number[]> {
  return withShares(netdisk, owner, async (client, ownerId) => {
    const before = await countMarked(client, ownerId);
    await insertShares(client, ownerId, { count, from: 2, to: 6 });
    await netdisk.crash(async () => {
      await whileDown();
      await waitUntil(
        'all has ended',
        async () => (await countUnmarked(client, ownerId, '0')) >= (count * 2) / 5,
        {
          seconds: 30,
          everyMs: 100,
        },
      );
    });
    const { rows: clock } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    await waitUntil('all that is due is marked', () => allMarked(client, ownerId), {
      seconds: 60,
      everyMs: 100,
    });
    const { rows } = await client.query<{ after: number }>(
      `SELECT (extract(epoch FROM expired_at - $2::timestamptz) * 1000)::float8 AS after FROM shares
       WHERE owner_id = $1 AND share_status = 1 ORDER BY expired_at OFFSET $3`,
      [ownerId, clock[0]?.now, before],
    );
    return rows.map(({ after }) => after);
  });
}

async function withShares<Result>(
  netdisk: RunningNetdisk,
  owner: ApiClient,
  work: (client: Client, ownerId: string) => Promise<Result>,
): Promise<Result> {
  const { id: ownerId } = await owner.json<{ id: string }>('GET', '/api/me');
  const client = new Client({ connectionString: netdisk.databaseUrl });
  await client.connect();
  try {
    return await work(client, ownerId);
  } finally {
    await client.end();
  }
}

async function insertShares(
  client: Client,
  ownerId: string,
  { count, from, to }: { count: number; from: number; to: number },
): Promise<void> {
  await client.query(
    `WITH made AS (
       INSERT INTO shares (share_batch_num, owner_id, end_time)
       SELECT md5(random()::text || n), $1::uuid, date_trunc('milliseconds', clock_timestamp()) + CASE
         WHEN n % 5 < 2 THEN make_interval(secs => $3::float8 + random() * ($4::float8 - $3::float8))
         ELSE make_interval(secs => 3600 + random() * 400 * 86400) END
       FROM generate_series(1, $2::integer) AS n RETURNING share_batch_num, generation, end_time),
     told AS (
       INSERT INTO outbox_events (type, payload)
       SELECT 'share.expiry-scheduled', jsonb_build_object('type', 'share.expiry-scheduled', 'shareBatchNum',
         share_batch_num, 'generation', generation, 'endTime',
         to_char(end_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       FROM made ORDER BY end_time)
     SELECT pg_notify('netdisk_outbox', '')`,
    [ownerId, count, from, to],
  );
}

/** Through the API, as people do it: every other one is rescheduled, the others are cancelled; the last to end first. */
async function changeSome(client: Client, ownerId: string, owner: ApiClient, changed: number): Promise<void> {
  const { rows } = await client.query<{ share_batch_num: string }>(
    `SELECT share_batch_num FROM shares
     WHERE owner_id = $1 AND end_time < now() + interval '1 hour' ORDER BY end_time DESC LIMIT $2`,
    [ownerId, changed],
  );
  const left = rows.map(({ share_batch_num: number }, at) => ({ number, isRescheduled: at % 2 === 0 }));
  const change = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const path = `/api/shares/${next.number}`;
      if (next.isRescheduled) await owner.json('PATCH', path, { ttlSeconds: 86_400 });
      else await owner.send('DELETE', path, {});
    }
  };
  await Promise.all(Array.from({ length: CHANGES_AT_ONCE }, change));
}

async function countMarked(client: Client, ownerId: string): Promise<number> {
  const { rows } = await client.query<{ marked: string }>(
    'SELECT count(*) AS marked FROM shares WHERE owner_id = $1 AND share_status = 1',
    [ownerId],
  );
  return Number(rows[0]?.marked);
}

/** Those that end within some time from now, or have, and are not marked. */
async function countUnmarked(client: Client, ownerId: string, within: string): Promise<number> {
  const { rows } = await client.query<{ left: string }>(
    `SELECT count(*) AS left FROM shares
     WHERE owner_id = $1 AND share_status = 0 AND cancelled_at IS NULL AND end_time <= clock_timestamp() + $2::interval`,
    [ownerId, within],
  );
  return Number(rows[0]?.left);
}

async function allMarked(client: Client, ownerId: string): Promise<boolean> {
  return (await countUnmarked(client, ownerId, '30 minutes')) === 0;
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
