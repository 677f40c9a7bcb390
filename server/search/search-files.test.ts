import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { netdiskEvent } from '@/contracts/events';
import { searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage } from '@/tests/build-event';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { indexEntries } from './indexing/index-entries';
import { searchFiles } from './search-files';
import type { SearchIndex } from './search-index';

const log = createLog('silent', 'test');
let trial: SearchTrial;
let database: TestDatabase;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
});
afterAll(() => trial.drop());

describe.each(['elasticsearch', 'postgresql'] as const)('with %s', (engine) => {
  let searchIndex: SearchIndex;

  beforeAll(async () => {
    searchIndex = await trial.openIndex(engine);
  });

  function search(actor: Actor, q: string, given: Record<string, unknown> = {}) {
    return searchFiles({ db: database.db, searchIndex, log }, actor, searchQuery.parse({ q, ...given }));
  }

  async function names(actor: Actor, q: string) {
    return (await search(actor, q)).items.map(({ name }) => name);
  }

  /** Does for these entries what the indexer does for messages about them. */
  async function index(...entries: { id: string; ownerId: string; revision: bigint }[]) {
    const messages = entries.map((entry) => buildEntryMessage(entry));
    return indexEntries({ db: database.db, databaseUrl: database.url, searchIndex, log }, messages);
  }

  /** Changes a row as an operation does. */
  async function change(id: string, data: { name?: string; trashedAt?: Date | null }) {
    await database.db.entry.update({ where: { id }, data });
    const [row] = await database.db.$queryRaw<{ id: string; ownerId: string; revision: bigint }[]>`
      UPDATE entries SET revision = nextval('entry_revision_seq') WHERE id = ${id}::uuid
      RETURNING id, owner_id AS "ownerId", revision`;
    if (!row) throw new Error('the entry is gone');
    return row;
  }

  test('a file is found, highlighted and with its path before and after it is indexed', async () => {
    const ada = await buildAccount(database.db);
    const folder = await buildEntry(database.db, ada, { name: '财务', kind: 'folder' });
    const inner = await buildEntry(database.db, ada, { name: 'Q1', kind: 'folder', parentId: folder.id });
    const file = await buildEntry(database.db, ada, { name: '年度报告2026.pdf', parentId: inner.id });
    const expected = {
      id: file.id,
      name: '年度报告2026.pdf',
      path: [
        { id: folder.id, name: '财务' },
        { id: inner.id, name: 'Q1' },
      ],
      matchedBy: ['name'],
      highlight: {
        name: [
          { text: '年', match: false },
          { text: '度报', match: true },
          { text: '告2026.pdf', match: false },
        ],
      },
    };
    const before = await search(ada, '度报');
    expect(before).toMatchObject({ engine, total: 1, pending: 3, degraded: false });
    expect(before.items[0]).toMatchObject({ ...expected, indexed: false });
    await index(folder, inner, file);
    const after = await search(ada, '度报');
    expect(after).toMatchObject({ engine, total: 1, pending: 0, degraded: false });
    expect(after.items[0]).toMatchObject({ ...expected, indexed: true });
  });

  test('what changes between the person being found and the index being asked is answered as it is', async () => {
    const ada = await buildAccount(database.db);
    const files = [
      await buildEntry(database.db, ada, { name: 'minutes one.txt' }),
      await buildEntry(database.db, ada, { name: 'minutes two.txt' }),
    ];
    await index(...files);
    const found = { ...ada, indexedAt: new Date() };
    await change(files[0]?.id ?? '', { trashedAt: new Date() });
    expect(await search(found, 'minutes')).toMatchObject({
      items: [{ name: 'minutes two.txt' }],
      total: 1,
      pending: 1,
    });
  });

  test('right after a rename only the new name is found, after trashing none, after restoring again', async () => {
    const ada = await buildAccount(database.db);
    const file = await buildEntry(database.db, ada, { name: 'draft.txt' });
    await index(file);
    expect(await names(ada, 'draft')).toEqual(['draft.txt']);
    for (const isIndexed of [false, true]) {
      const renamed = await change(file.id, { name: 'final.txt' });
      if (isIndexed) await index(renamed);
      expect(await names(ada, 'draft')).toEqual([]);
      expect(await names(ada, 'final')).toEqual(['final.txt']);
      const trashed = await change(file.id, { trashedAt: new Date() });
      if (isIndexed) await index(trashed);
      expect(await search(ada, 'final')).toMatchObject({ items: [], total: 0 });
      const restored = await change(file.id, { trashedAt: null, name: 'draft.txt' });
      if (isIndexed) await index(restored);
      expect(await names(ada, 'draft')).toEqual(['draft.txt']);
    }
  });

  test('pages over indexed and pending files neither overlap nor leave out, and totals are exact', async () => {
    const ada = await buildAccount(database.db);
    const files = [];
    for (let number = 0; number < 33; number += 1) {
      files.push(await buildEntry(database.db, ada, { name: `paging ${number}.txt` }));
    }
    await index(...files);
    for (const file of files.filter((_, number) => number % 3 === 0)) {
      await change(file.id, { name: `paging again ${file.name}` });
    }
    for (const sort of ['relevance', 'name', 'size', 'updatedAt']) {
      const seen: string[] = [];
      for (const page of [1, 2, 3, 4, 5, 6]) {
        const result = await search(ada, 'paging', { page, size: 7, sort });
        expect(result.total).toBe(33);
        seen.push(...result.items.map(({ id }) => id));
      }
      expect(seen).toHaveLength(33);
      expect(new Set(seen).size).toBe(33);
    }
  });

  test('looser matching waits for what is pending as well', async () => {
    const ada = await buildAccount(database.db);
    const similar = await buildEntry(database.db, ada, { name: 'report.txt' });
    await index(similar);
    expect((await search(ada, 'reprot')).items[0]).toMatchObject({
      name: 'report.txt',
      matchedBy: ['similar'],
    });
    await buildEntry(database.db, ada, { name: 'reprot.txt' });
    expect(await names(ada, 'reprot')).toEqual(['reprot.txt']);
  });

  test('documents without a living entry are not shown, not counted, and repaired', async () => {
    const [ada, bob] = [await buildAccount(database.db), await buildAccount(database.db)];
    const files = [];
    for (let number = 0; number < 12; number += 1) {
      files.push(await buildEntry(database.db, ada, { name: `haunted ${number}.txt` }));
    }
    await index(...files);
    const others = await buildEntry(database.db, bob, { name: 'haunted by bob.txt' });
    await index(others);
    const ghosts = Array.from({ length: 20 }, (_, number) =>
      buildDocument(ada.accountId, `haunted ${number}.ghost`, { updatedAt: new Date(Date.now() + 60_000) }),
    );
    const stolen = buildDocument(ada.accountId, 'haunted by bob.txt', {
      entryId: others.id,
      revision: Number(others.revision) + 1_000,
    });
    await searchIndex.write([...ghosts, stolen].map(put));
    await searchIndex.makeVisible();
    const result = await search(ada, 'haunted', { size: 10 });
    expect(result.items).toHaveLength(10);
    expect(result.items.every(({ name }) => name.endsWith('.txt') && !name.includes('bob'))).toBe(true);
    const events = await database.db.$queryRaw<{ payload: { userFileId: string; revision: number } }[]>`
      SELECT payload FROM outbox_events WHERE type = 'entry.removed' AND payload->>'userId' = ${ada.accountId}`;
    expect(events.length).toBeGreaterThan(10);
    await indexEntries(
      { db: database.db, databaseUrl: database.url, searchIndex, log },
      (await database.db.outboxEvent.findMany()).map(({ id, payload }) => ({
        messageId: String(id),
        attempt: 0,
        event: netdiskEvent.parse(payload),
      })),
    );
    await database.db.outboxEvent.deleteMany();
    expect(await search(ada, 'haunted', { size: 100 })).toMatchObject({ total: 12, pending: 0 });
    expect(await names(bob, 'haunted')).toEqual(['haunted by bob.txt']);
  });

  test('a document without a living entry is in no count, neither the total nor that of its type', async () => {
    const ada = await buildAccount(database.db);
    await index(await buildEntry(database.db, ada, { name: 'counted' }));
    const ghost = buildDocument(ada.accountId, 'counted too.jpg', { extension: 'jpg' });
    await searchIndex.write([put(ghost)]);
    await searchIndex.makeVisible();
    for (const q of ['counted', 'cuonted']) {
      const { total, facets } = await search(ada, q);
      expect({ total, other: facets.other, image: facets.image }).toEqual({ total: 1, other: 1, image: 0 });
    }
    const ofImages = await search(ada, 'counted type:image');
    expect(ofImages).toMatchObject({ items: [], total: 0, facets: { other: 1, image: 0 } });
  });

  test('an empty query answers nothing, and every string is a query', async () => {
    const ada = await buildAccount(database.db);
    for (const q of ['', '   ', '\0', '\ud800']) {
      expect(await search(ada, q)).toMatchObject({ items: [], total: 0, degraded: false });
    }
    for (const q of ['*'.repeat(5_000), '('.repeat(1_000), 'x '.repeat(20_000)]) {
      expect(await search(ada, q)).toMatchObject({ total: 0, degraded: false, engine });
    }
  });

  test('with more pending than the delta holds the database answers, exactly', async () => {
    const ada = await buildAccount(database.db);
    await database.db.$executeRaw`
      INSERT INTO entries (id, owner_id, parent_id, kind, name, name_key)
      SELECT gen_random_uuid(), ${ada.accountId}::uuid, ${ada.rootId}::uuid, 'file', 'bulk ' || n, 'bulk ' || n
      FROM generate_series(1, 2500) AS n`;
    const total = Array.from({ length: 2_500 }, (_, number) => `${number + 1}`).filter((n) =>
      n.includes('24'),
    );
    const result = await search(ada, 'bulk 24', { size: 5 });
    expect(result).toMatchObject({ total: total.length, degraded: false, engine: 'postgresql' });
    expect(result.pending).toBeGreaterThan(2_000);
    expect((await search(ada, 'blukk')).total).toBe(0);
  });
});
