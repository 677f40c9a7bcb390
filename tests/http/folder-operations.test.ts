import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import type { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

/** More than the delta is read for, so that all ways to answer are met. FOLDER_ENTRIES=100000 was run by hand. */
const ENTRIES = Number(process.env.FOLDER_ENTRIES ?? 2_500);
const MINUTES = 60_000;

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
  });

  async function query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: netdisk.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Files straight into a folder, with the events that uploads would commit. */
  async function fill(folderId: string): Promise<void> {
    await query(
      `WITH made AS (
         INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key, extension, mime_type)
         SELECT gen_random_uuid(), folder.owner_id, folder.id, 'file', 'report ' || n || '.txt', 'report ' || n || '.txt',
           'txt', 'text/plain'
         FROM entries folder, generate_series(1, $2::integer) AS n WHERE folder.id = $1::uuid
         RETURNING id, owner_id, name, extension, revision),
       told AS (
         INSERT INTO outbox_events (type, payload)
         SELECT 'entry.saved', jsonb_build_object('type', 'entry.saved', 'userFileId', id, 'userId', owner_id,
           'revision', revision, 'fileName', name, 'extendName', extension, 'isDir', 0)
         FROM made)
       SELECT pg_notify('netdisk_outbox', '')`,
      [folderId, ENTRIES],
    );
    await untilIndexed();
  }

  async function countPending(): Promise<number> {
    const rows = await query<{ pending: string }>(
      'SELECT count(*) AS pending FROM entries WHERE revision > indexed_revision AND parent_id IS NOT NULL',
      [],
    );
    return Number(rows[0]?.pending);
  }

  function untilIndexed(): Promise<unknown> {
    return waitUntil('all is indexed', async () => (await countPending()) === 0, {
      seconds: 600,
      everyMs: 200,
    });
  }

  /**
   * Makes a change and searches all the while, until it is indexed. A search that began before the answer to the change
   * may see what was before or what is after, one that began later only the latter; nobody sees a part of it.
   */
  async function watch(
    line: string,
    totals: { before: number; after: number },
    change: () => Promise<unknown>,
  ) {
    let isChanged = false;
    let isIndexed = false;
    const wrong: string[] = [];
    const asking = (async () => {
      for (let asked = 0; !isIndexed || asked < 3; asked += 1) {
        const beganAfter = isChanged;
        const { total, degraded } = await ada.search(line);
        const allowed = beganAfter ? [totals.after] : [totals.before, totals.after];
        if (!allowed.includes(total) || degraded) wrong.push(`${total} of ${allowed}, degraded ${degraded}`);
      }
    })();
    await change();
    isChanged = true;
    await untilIndexed();
    isIndexed = true;
    await asking;
    expect(wrong).toEqual([]);
  }

  test(
    `search is right at each moment while a folder of ${ENTRIES} is moved, renamed, trashed and restored`,
    async () => {
      const folder = await ada.createFolder('big');
      const target = await ada.createFolder('target');
      await fill(folder.id);
      const all = { before: ENTRIES, after: ENTRIES };
      await watch('report in:target', { before: 0, after: ENTRIES }, () =>
        ada.change(folder.id, { parentId: target.id }),
      );
      await watch('report', all, () => ada.change(folder.id, { parentId: 'root' }));
      await watch('report in:renamed', { before: 0, after: ENTRIES }, () =>
        ada.change(folder.id, { name: 'renamed' }),
      );
      await watch('report', { before: ENTRIES, after: 0 }, () => ada.remove(folder.id));
      await watch('report', { before: 0, after: ENTRIES }, () =>
        ada.json('POST', '/api/entries/batch', { op: 'restore', ids: [folder.id] }),
      );
      await ada.remove(folder.id);
      await watch('report', { before: 0, after: 0 }, () => ada.remove(folder.id, true));
      const { exitCode, output } = await netdisk.run('search:verify');
      expect([exitCode, output]).toEqual([0, expect.stringContaining('0 differences')]);
    },
    30 * MINUTES,
  );
});
