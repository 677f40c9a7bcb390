import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { type SharedSearchResult, sharedSearchQuery } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { createShare } from '@/server/shares/create-share';
import { enterShare } from '@/server/shares/share-access';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage } from '@/tests/build-event';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { indexEntries } from './indexing/index-entries';
import { searchFiles } from './search-files';
import type { SearchIndex } from './search-index';
import { searchShare } from './search-share';

const log = createLog('silent', 'test');
let trial: SearchTrial;
let database: TestDatabase;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
});
afterAll(() => trial.drop());

describe.each(['elasticsearch', 'postgresql', 'no engine'] as const)('with %s', (engine) => {
  let searchIndex: SearchIndex;

  beforeAll(async () => {
    searchIndex = await trial.openIndex(engine);
  });

  /** secret / shared / inner / plan inner.txt, secret / shared / plan shared.pdf, plan alone.txt and others not shared. */
  async function buildShared(more: { allowDownload?: boolean; downloadLimit?: number } = {}) {
    const { db } = database;
    const ada = await buildAccount(db);
    const folder = (name: string, parentId?: string) =>
      buildEntry(db, ada, { name, kind: 'folder', ...(parentId && { parentId }) });
    const secret = await folder('secret');
    const shared = await folder('shared', secret.id);
    const inner = await folder('inner', shared.id);
    const entries = [
      secret,
      shared,
      inner,
      await buildEntry(db, ada, { name: 'plan inner.txt', parentId: inner.id }),
      await buildEntry(db, ada, { name: 'plan shared.pdf', parentId: shared.id }),
      await buildEntry(db, ada, { name: 'plan alone.txt' }),
      await buildEntry(db, ada, { name: 'plan secret.txt', parentId: secret.id }),
      await buildEntry(db, ada, { name: 'plan of nobody.txt' }),
    ];
    const entryIds = [shared.id, entries[5]?.id ?? ''];
    const { shareBatchNum } = await createShare(
      db,
      ada,
      { entryIds, allowDownload: true, ttlSeconds: 600, ...more },
      { publicUrl: 'https://drive.example.org' },
    );
    return { ada, shareBatchNum, entries, shared, inner };
  }

  async function index(entries: { id: string; ownerId: string; revision: bigint }[]) {
    if (engine === 'no engine') return;
    const services = { db: database.db, databaseUrl: database.url, searchIndex, log };
    await indexEntries(
      services,
      entries.map((entry) => buildEntryMessage(entry)),
    );
  }

  async function search(shareBatchNum: string, q: string, given: Record<string, unknown> = {}) {
    const { db } = database;
    const visit = { shareBatchNum, unlockProof: undefined, sessionSecret: 'x'.repeat(32), visitor: 'v' };
    const query = sharedSearchQuery.parse({ q, ...given });
    return searchShare({ db, searchIndex, log }, await enterShare(db, visit), query);
  }

  function names(result: SharedSearchResult): string[] {
    return result.items.map(({ name }) => name).sort();
  }

  test('what is shared is found, pending or indexed, and nothing around it; totals count just that', async () => {
    const { shareBatchNum, entries, shared, inner } = await buildShared();
    for (const isIndexed of [false, true]) {
      if (isIndexed) await index(entries);
      const result = await search(shareBatchNum, 'plan');
      expect(names(result)).toEqual(['plan alone.txt', 'plan inner.txt', 'plan shared.pdf']);
      expect(result).toMatchObject({ total: 3, facets: { other: 3 }, degraded: engine === 'no engine' });
      expect(names(await search(shareBatchNum, 'shared type:folder'))).toEqual(['shared']);
      const found = result.items.find(({ name }) => name === 'plan inner.txt');
      expect(found?.path).toEqual([
        { id: shared.id, name: 'shared' },
        { id: inner.id, name: 'inner' },
      ]);
      expect(found?.highlight.name).toContainEqual({ text: 'plan', match: true });
      expect(result.items.find(({ name }) => name === 'plan alone.txt')?.path).toEqual([]);
    }
  });

  test('a cursor leads through what is shared and through nothing else, and only inside of shares', async () => {
    const { shareBatchNum, entries, ada } = await buildShared();
    await index(entries);
    const sorted = { sort: 'name', size: 1 };
    const found: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await search(shareBatchNum, 'plan', { ...sorted, ...(cursor !== null && { cursor }) });
      found.push(...page.items.map(({ name }) => name));
      expect(page.total).toBe(3);
      cursor = page.nextCursor;
      if (cursor === null) break;
      const asked = searchQuery.parse({ q: 'plan', ...sorted, cursor });
      await expect(searchFiles({ db: database.db, searchIndex, log }, ada, asked)).rejects.toMatchObject({
        errors: [{ path: 'cursor' }],
      });
    }
    expect(found).toEqual(['plan alone.txt', 'plan inner.txt', 'plan shared.pdf']);
  });

  test('names above and beside the share cannot be asked for, in any way', async () => {
    const { shareBatchNum, entries, ada, inner } = await buildShared();
    await index(entries);
    const star = { where: { ownerId: ada.accountId }, data: { starredAt: new Date() } };
    await database.db.entry.updateMany(star);
    const all = names(await search(shareBatchNum, 'plan'));
    for (const place of ['secret', '/secret', 'secret/shared', '/secret/shared/inner', 'nowhere']) {
      expect([place, names(await search(shareBatchNum, `plan in:${place}`))]).toEqual([place, all]);
    }
    expect(names(await search(shareBatchNum, `plan in:${inner.id}`))).toEqual(['plan inner.txt']);
    expect(names(await search(shareBatchNum, 'plan is:starred'))).toEqual(all);
    expect((await search(shareBatchNum, 'secret')).total).toBe(0);
    expect((await search(shareBatchNum, '')).items).toEqual([]);
    expect(JSON.stringify(await search(shareBatchNum, 'plan'))).not.toContain('secret');
  });

  test('what is moved out or trashed is gone from the answer at once, and what is moved in is there', async () => {
    const { shareBatchNum, entries, ada, inner } = await buildShared();
    await index(entries);
    const change = (name: string, data: { parentId?: string; trashedAt?: Date }) => {
      const revision = database.db.$queryRaw<
        { next: bigint }[]
      >`SELECT nextval('entry_revision_seq') AS next`;
      return revision.then((rows) =>
        database.db.entry.updateMany({
          where: { ownerId: ada.accountId, name },
          data: { ...data, revision: rows[0]?.next ?? 0n },
        }),
      );
    };
    await change('plan inner.txt', { parentId: ada.rootId });
    await change('plan of nobody.txt', { parentId: inner.id });
    await change('plan shared.pdf', { trashedAt: new Date() });
    expect(names(await search(shareBatchNum, 'plan'))).toEqual(['plan alone.txt', 'plan of nobody.txt']);
    await change('shared', { trashedAt: new Date() });
    await change('plan of nobody.txt', { trashedAt: new Date() });
    expect(names(await search(shareBatchNum, 'plan'))).toEqual(['plan alone.txt']);
  });

  test('text in files is found where they may be downloaded, not where they may be viewed only or a limited number of times', async () => {
    for (const terms of [{ allowDownload: true }, { allowDownload: false }, { downloadLimit: 5 }]) {
      const { shareBatchNum, entries, ada } = await buildShared(terms);
      await giveText(ada, 'plan inner.txt', 'the heron stands in the reeds');
      await index(entries);
      const expected = terms.allowDownload ? ['plan inner.txt'] : [];
      const found = engine === 'no engine' ? [] : expected;
      expect(names(await search(shareBatchNum, 'heron'))).toEqual(found);
    }
  });

  async function giveText(ada: Actor, name: string, text: string): Promise<void> {
    const sha256 = crypto.randomUUID().replaceAll('-', '').repeat(2);
    const { db } = database;
    await db.blob.create({ data: { sha256, sizeBytes: BigInt(text.length) } });
    await db.blobText.create({ data: { sha256, status: 'done', text, words: ` ${text} ` } });
    await db.entry.updateMany({ where: { ownerId: ada.accountId, name }, data: { sha256 } });
  }
});
