import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchResult } from '@/contracts/search';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { type ApiClient, registerClient } from './api-client';
import { fillFolder, queryRows } from './fill-folder';
import { provideNetdisk } from './provide-netdisk';

/** Beyond what Elasticsearch shows without being walked through. */
const FILES = 10_350;
const MINUTES = 60_000;

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;
  let folderId: string;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
  });
  beforeAll(async () => {
    folderId = (await ada.createFolder('big')).id;
    await fillFolder(netdisk, folderId, FILES);
  }, 10 * MINUTES);

  async function* walk(query: Record<string, string>): AsyncGenerator<SearchResult> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await ada.search('report', { ...query, ...(cursor !== undefined && { cursor }) });
      yield page;
      cursor = page.nextCursor;
    }
  }

  async function idsInDatabase(order: string): Promise<string[]> {
    const rows = await queryRows<{ id: string }>(
      netdisk,
      `SELECT id FROM entries WHERE parent_id = $1::uuid AND trashed_at IS NULL ORDER BY ${order}`,
      [folderId],
    );
    return rows.map(({ id }) => id);
  }

  test.each([
    [{ sort: 'relevance' }, 'updated_at DESC, id'],
    [{ sort: 'updatedAt', order: 'asc' }, 'updated_at, id'],
  ])(
    'a walk by cursor in the order %j shows each file of the database, beyond the ten thousandth',
    async (query, order) => {
      const expected = await idsInDatabase(order);
      const ids: string[] = [];
      for await (const page of walk({ ...query, size: '100' })) {
        ids.push(...page.items.map(({ id }) => id));
        expect(page).toMatchObject({ total: FILES, degraded: false, pending: 0, size: 100 });
        expect(page.page).toBe(Math.ceil(ids.length / 100));
      }
      expect(ids).toEqual(expected);
      const deep = await ada.search('report', { ...query, page: '103', size: '100' });
      expect(deep.items.map(({ id }) => id)).toEqual(expected.slice(10_200, 10_300));
    },
    5 * MINUTES,
  );

  test(
    'what is renamed and deleted during a walk comes at most once, and not when it is gone',
    async () => {
      const before = await idsInDatabase('updated_at DESC, id');
      const ids: string[] = [];
      const gone: string[] = [];
      for await (const { items, page } of walk({ sort: 'name', order: 'asc', size: '100' })) {
        ids.push(...items.map(({ id }) => id));
        expect(items.filter(({ id }) => gone.includes(id))).toEqual([]);
        if (page > 3) continue;
        const [first] = items;
        if (first) await ada.change(first.id, { name: `zz report ${page}.txt` });
        const later = before.find((id) => !ids.includes(id) && !gone.includes(id));
        if (later !== undefined) {
          await ada.remove(later);
          gone.push(later);
        }
      }
      expect(gone).toHaveLength(3);
      expect(ids.toSorted()).toEqual(before.filter((id) => !gone.includes(id)).toSorted());
    },
    5 * MINUTES,
  );

  test('a cursor that is none, of another search or another person is refused by name', async () => {
    const { nextCursor } = await ada.search('report');
    const cursor = nextCursor ?? '';
    const bob = await registerClient(netdisk.url, 'Bob');
    const refused: [ApiClient, Record<string, string>, string][] = [
      [ada, { q: 'report', cursor, page: '1' }, 'page'],
      [ada, { q: 'reports', cursor }, 'cursor'],
      [ada, { q: 'report', cursor, sort: 'name' }, 'cursor'],
      [bob, { q: 'report', cursor }, 'cursor'],
      ...['\0', 'x'.repeat(5_000), "' OR 1=1 --", '*', cursor.slice(0, -2), '<b>'].map(
        (text): [ApiClient, Record<string, string>, string] => [ada, { q: 'report', cursor: text }, 'cursor'],
      ),
    ];
    for (const [client, query, path] of refused) {
      const response = await client.fetch(`/api/search?${new URLSearchParams(query)}`);
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { code: 'invalid_input', errors: [{ path }] },
      ]);
    }
  });
});
