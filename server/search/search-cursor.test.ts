import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SearchResult, searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { buildWalkedFiles } from '@/tests/build-walked-files';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { searchFiles } from './search-files';
import type { SearchIndex } from './search-index';

const log = createLog('silent', 'test');
const ORDERS = (['relevance', 'name', 'size', 'updatedAt'] as const).flatMap((sort) =>
  (['asc', 'desc'] as const).map((order) => ({ sort, order })),
);
let trial: SearchTrial;
let database: TestDatabase;
let noEngine: SearchIndex;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
  noEngine = await trial.openIndex('no engine');
});
afterAll(() => trial.drop());

type Files = Awaited<ReturnType<typeof buildWalkedFiles>>;

describe.each(['elasticsearch', 'postgresql', 'no engine'] as const)('with %s', (engine) => {
  let searchIndex: SearchIndex;

  beforeAll(async () => {
    searchIndex = await trial.openIndex(engine);
  });

  function search(ada: Actor, given: Record<string, unknown>, index = searchIndex): Promise<SearchResult> {
    return searchFiles({ db: database.db, searchIndex: index, log }, ada, searchQuery.parse(given));
  }

  /** Has the index show these files, as the indexer does. */
  async function index(files: Files) {
    if (engine === 'no engine') return;
    const documents = files.map((file) =>
      buildDocument(file.ownerId, file.name, {
        entryId: file.id,
        revision: Number(file.revision),
        extension: file.extension,
        sizeBytes: Number(file.sizeBytes),
        updatedAt: file.updatedAt,
      }),
    );
    await searchIndex.write(documents.map(put));
    await searchIndex.makeVisible();
    await database.db.$executeRaw`
      UPDATE entries SET indexed_revision = revision WHERE id = ANY(${files.map(({ id }) => id)}::uuid[])`;
  }

  async function rename(id: string | undefined, name: string) {
    await database.db.$executeRaw`
      UPDATE entries SET name = ${name}, name_key = lower(${name}), updated_at = clock_timestamp(),
        revision = nextval('entry_revision_seq') WHERE id = ${id}::uuid`;
  }

  async function trash(id: string | undefined) {
    await database.db.$executeRaw`
      UPDATE entries SET trashed_at = now(), revision = nextval('entry_revision_seq') WHERE id = ${id}::uuid`;
  }

  /** Every page from the first to the last. `between` runs before each but the first. */
  async function walk(
    ada: Actor,
    given: Record<string, unknown>,
    between: (page: SearchResult) => Promise<SearchIndex | undefined> = async () => undefined,
  ): Promise<SearchResult[]> {
    const pages = [await search(ada, given)];
    for (let page = pages[0]; page?.nextCursor; page = pages.at(-1)) {
      const answering = await between(page);
      pages.push(await search(ada, { ...given, cursor: page.nextCursor }, answering ?? searchIndex));
      expect(pages.length).toBeLessThan(200);
    }
    return pages;
  }

  const idsOf = (pages: SearchResult[]) => pages.flatMap(({ items }) => items.map(({ id }) => id));

  test('a walk by cursor shows what pages by number show, pending hits among them, in every order', async () => {
    const ada = await buildAccount(database.db);
    const files = await buildWalkedFiles(database.db, ada, 100);
    await index(files.filter((_, number) => number % 7 !== 0));
    for (const given of ORDERS.flatMap((order) => [order, { ...order, type: 'pdf' }])) {
      const all = await search(ada, { q: 'walk', size: 100, ...given });
      const pages = await walk(ada, { q: 'walk', size: 7, ...given });
      expect(idsOf(pages)).toEqual(idsOf([all]));
      expect(all.nextCursor).toBe(null);
      expect(pages.map(({ page }) => page)).toEqual(pages.map((_, position) => position + 1));
      expect(pages).toHaveLength(Math.ceil(all.total / 7));
      for (const { total, facets, size } of pages) {
        expect({ total, facets, size }).toEqual({ total: all.total, facets: all.facets, size: 7 });
      }
    }
  });

  test('a walk may begin at any page and change its size', async () => {
    const ada = await buildAccount(database.db);
    await index(await buildWalkedFiles(database.db, ada, 40));
    const all = idsOf([await search(ada, { q: 'walk', size: 100 })]);
    const third = await search(ada, { q: 'walk', size: 5, page: 3 });
    const next = await search(ada, { q: 'walk', size: 12, cursor: third.nextCursor });
    expect([next.page, next.size, idsOf([next])]).toEqual([4, 12, all.slice(15, 27)]);
  });

  test('a looser step is kept along the walk, whatever is put meanwhile', async () => {
    const ada = await buildAccount(database.db);
    await index(await buildWalkedFiles(database.db, ada, 40));
    const all = idsOf([await search(ada, { q: 'wlaking', size: 100 })]);
    const pages = await walk(ada, { q: 'wlaking', size: 3 }, async ({ page }) => {
      await buildEntry(database.db, ada, { name: `wlaking ${page}.txt` });
      return undefined;
    });
    expect(all).toHaveLength(10);
    expect(idsOf(pages)).toEqual(all);
  });

  test('an engine that comes and goes between pages repeats and loses nothing', async () => {
    const ada = await buildAccount(database.db);
    const files = await buildWalkedFiles(database.db, ada, 60);
    await index(files.slice(0, 50));
    for (const given of ORDERS) {
      const all = idsOf([await search(ada, { q: 'walk', size: 100, ...given })]);
      const pages = await walk(ada, { q: 'walk', size: 7, ...given }, async ({ page }) =>
        page % 2 === 1 ? noEngine : searchIndex,
      );
      expect(pages.some(({ degraded }) => degraded)).toBe(true);
      expect(idsOf(pages)).toEqual(all);
    }
  });

  test('what is renamed, trashed or put during a walk comes at most once, and never when it is gone', async () => {
    for (const given of ORDERS) {
      const ada = await buildAccount(database.db);
      const files = await buildWalkedFiles(database.db, ada, 60);
      await index(files);
      const all = idsOf([await search(ada, { q: 'walk', size: 100, ...given })]);
      const gone = all.slice(30, 33);
      const pages = await walk(ada, { q: 'walk', size: 10, ...given }, async ({ page, items }) => {
        // To either end of every order, for names, ranks and dates alike.
        await rename(items[0]?.id, `zz walk ${page} renamed.txt`);
        await rename(items[1]?.id, `walk ${page}`);
        if (page === 2) for (const id of gone) await trash(id);
        await buildEntry(database.db, ada, { name: `zz walk ${page} put.txt` });
        return undefined;
      });
      const shown = idsOf(pages);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.filter((id) => all.includes(id))).toEqual(all.filter((id) => !gone.includes(id)));
    }
  });

  test('no cursor but of the same search is taken, and each refusal names it', async () => {
    const [ada, bob] = [await buildAccount(database.db), await buildAccount(database.db)];
    await index(await buildWalkedFiles(database.db, ada, 20));
    const asked = { q: 'walk', size: 5 };
    const { nextCursor } = await search(ada, asked);
    const cursor = nextCursor ?? '';
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forge = (changes: object) =>
      Buffer.from(JSON.stringify({ ...read, ...changes })).toString('base64url');
    const others = [
      ...[
        { q: 'walks' },
        { type: 'pdf' },
        { kind: 'file' },
        { sort: 'name' },
        { sort: 'name', order: 'desc' },
      ],
      ...[{ minSize: 1 }, { from: '2026-01-01' }, { in: 'x' }, { ext: 'txt' }, { timeZone: 'Asia/Shanghai' }],
      ...[{ q: '' }],
    ];
    const refusals = [
      ...others.map((given) => [ada, { ...asked, ...given, cursor }] as const),
      [bob, { ...asked, cursor }] as const,
      ...[
        ...['x', '%', 'null', '[]', '{}', cursor.slice(0, -5), cursor.slice(5), `${cursor}x`, '😀'],
        ...['null', '[]', '1e999', '{"v":1}'].map((text) => Buffer.from(text).toString('base64url')),
        ...[{ v: 2 }, { step: 1 }, { step: 3 }, { id: "' OR 1=1 --" }, { updatedAt: 'now' }, { rank: 1e300 }],
        ...[
          { updatedAt: '0000-01-01T00:00:00Z' },
          { size: -1 },
          { name: '\ud800' },
          { name: '\0' },
          { page: 0 },
        ],
        ...[{ size: 1e300 }, { since: 'infinity' }, { rank: '1' }, { rank: null }, { search: '' }],
      ].map(
        (given) => [ada, { ...asked, cursor: typeof given === 'string' ? given : forge(given) }] as const,
      ),
    ];
    for (const [actor, given] of refusals) {
      await expect(search(actor, given), JSON.stringify(given)).rejects.toMatchObject({
        code: 'invalid_input',
        errors: [{ path: 'cursor', message: expect.stringMatching(/Begin/) }],
      });
    }
    await expect(search(ada, { ...asked, cursor, page: 1 })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'page', message: expect.stringContaining('Leave out') }],
    });
  });

  test('a forged place of the right shape is a place like any other', async () => {
    const ada = await buildAccount(database.db);
    await index(await buildWalkedFiles(database.db, ada, 20));
    for (const { sort, order } of ORDERS) {
      const asked = { q: 'walk', size: 5, sort, order };
      const { nextCursor } = await search(ada, asked);
      const read = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString());
      for (const changes of [
        { name: "'; DROP TABLE entries; --", size: Number.MAX_SAFE_INTEGER, rank: 1_000_000 },
        { updatedAt: '9999-12-31T23:59:59.999Z', since: '9999-12-31T23:59:59.999Z' },
        { updatedAt: '0001-01-01T00:00:00.000Z', since: '0001-01-01T00:00:00.000Z', rank: 0, name: '' },
        { name: '年'.repeat(85), page: Number.MAX_SAFE_INTEGER - 1 },
      ]) {
        const cursor = Buffer.from(JSON.stringify({ ...read, ...changes })).toString('base64url');
        expect(await search(ada, { ...asked, cursor })).toMatchObject({
          total: 20,
          degraded: engine === 'no engine',
        });
      }
    }
  });
});
