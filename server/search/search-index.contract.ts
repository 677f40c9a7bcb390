import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { compareHits } from './compare-hits';
import { matchName } from './names/name-matcher';
import { parseQuery } from './names/parse-query';
import { chooseStep, type Step } from './names/ranks';
import { countFacets } from './query-line/facets';
import { matchesFilters, matchesType } from './query-line/matches-filters';
import { NO_FILTERS, type SearchFilters } from './query-line/search-filters';
import { HOSTILE, NAMES, QUERIES } from './search-cases';
import type { FileDocument, IndexChange, IndexedState, SearchIndex } from './search-index';

interface Opened {
  index: SearchIndex;
  close(): Promise<void>;
}

/** What every adapter of the search port keeps; its test file calls this with a fresh index. */
export function searchIndexContract(open: () => Promise<Opened>): void {
  let opened: Opened;
  let index: SearchIndex;

  beforeAll(async () => {
    opened = await open();
    index = opened.index;
    await index.prepare();
  });
  afterAll(() => opened.close());

  async function write(...changes: IndexChange[]) {
    const outcomes = await index.write(changes);
    await index.makeVisible();
    return outcomes.map(({ kind }) => kind);
  }

  async function found(ownerId: string, text: string, given = {}) {
    const { hits } = await index.search(buildIndexQuery(ownerId, text, given));
    return hits.map(({ name }) => name);
  }

  /** What the matcher says of the same documents: the truth that an engine must reach by other means. */
  function expected(documents: FileDocument[], text: string) {
    const query = parseQuery(text);
    const matches = documents.flatMap((document) => {
      const match = matchName(query, document.name);
      return match ? [{ ...document, ...match }] : [];
    });
    const upTo = (step: Step) => matches.filter((match) => match.step <= step);
    const step = chooseStep({ written: upTo(0).length, sound: upTo(1).length }, query);
    const chosen = upTo(step).map((match) => ({
      ...match,
      rank: matchName(query, match.name, step)?.rank ?? 0,
    }));
    return {
      step,
      hits: chosen.sort(compareHits('relevance', 'desc')).map(({ name, rank }) => ({ name, rank })),
    };
  }

  test('an owner finds what was written, and nobody else does', async () => {
    const [ada, bob] = [randomUUID(), randomUUID()];
    await write(put(buildDocument(ada, 'Annual-Report.docx')));
    expect(await found(ada, 'report')).toEqual(['Annual-Report.docx']);
    expect(await found(bob, 'report')).toEqual([]);
  });

  test('hits, ranks, order and totals are those of the name matcher, for every kind of query', async () => {
    const owner = randomUUID();
    const documents = NAMES.map((name) => buildDocument(owner, name));
    await write(...documents.map(put));
    for (const text of QUERIES) {
      const truth = expected(documents, text);
      const answer = await index.search(buildIndexQuery(owner, text));
      const hits = answer.hits.map(({ name, rank }) => ({ name, rank }));
      expect({ text, step: answer.step, total: answer.total, hits }).toEqual({
        text,
        step: truth.step,
        total: truth.hits.length,
        hits: truth.hits,
      });
    }
  });

  test('a stale or repeated revision changes nothing', async () => {
    const owner = randomUUID();
    const first = buildDocument(owner, 'first.txt');
    const second = { ...first, name: 'second.txt', revision: first.revision + 1_000 };
    expect(await write(put(second))).toEqual(['written']);
    expect(await write(put(first))).toEqual(['newer']);
    expect(await write(put({ ...second, name: 'third.txt' }))).toEqual(['newer']);
    expect(await found(owner, 'txt')).toEqual(['second.txt']);
  });

  test('of several changes of one document in one write the newest stays', async () => {
    const owner = randomUUID();
    const older = buildDocument(owner, 'older.txt');
    const newer = { ...older, name: 'newer.txt', revision: older.revision + 1 };
    await write(put(newer), put(older));
    expect(await found(owner, 'txt')).toEqual(['newer.txt']);
  });

  test('a removed document is not resurrected by an older save, and comes back with a newer one', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'ghost.txt');
    const { entryId, revision } = document;
    const removal: IndexChange = { kind: 'remove', entryId, ownerId: owner, revision: revision + 10 };
    expect(await write(put(document), removal)).toEqual(expect.arrayContaining(['written']));
    expect(await found(owner, 'ghost')).toEqual([]);
    expect(await write(put({ ...document, revision: revision + 5 }))).toEqual(['newer']);
    expect(await write(put({ ...document, revision: revision + 10 }))).toEqual(['newer']);
    expect(await found(owner, 'ghost')).toEqual([]);
    expect(await write(put({ ...document, revision: revision + 11 }))).toEqual(['written']);
    expect(await found(owner, 'ghost')).toEqual(['ghost.txt']);
  });

  test('a removal that arrives before anything else keeps its place', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'late.txt');
    await write({
      kind: 'remove',
      entryId: document.entryId,
      ownerId: owner,
      revision: document.revision + 1,
    });
    expect(await write(put(document))).toEqual(['newer']);
    expect(await found(owner, 'late')).toEqual([]);
  });

  test('excluded ids are in neither hits nor total, and pending hits decide the step', async () => {
    const owner = randomUUID();
    const documents = [buildDocument(owner, 'apple pie.txt'), buildDocument(owner, 'apple tart.txt')];
    await write(...documents.map(put));
    const excludedIds = [documents[0]?.entryId ?? ''];
    const answer = await index.search(buildIndexQuery(owner, 'apple', { excludedIds }));
    expect(answer).toMatchObject({ total: 1, hits: [{ name: 'apple tart.txt' }] });
    expect(await found(owner, 'aplpe')).toHaveLength(2);
    // The delta holds the word as it was typed, so similar names are not asked for.
    expect(await found(owner, 'aplpe', { pending: { written: 1, sound: 1 } })).toEqual([]);
  });

  test('pages neither overlap nor leave out, in every sort, and a page beyond the end is empty', async () => {
    const owner = randomUUID();
    const updatedAt = new Date();
    const documents = Array.from({ length: 57 }, (_, number) =>
      buildDocument(owner, `page ${number % 7} of 10${number}.txt`, { sizeBytes: number % 5, updatedAt }),
    );
    await write(...documents.map(put));
    for (const sort of ['relevance', 'name', 'size', 'updatedAt'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const ids: string[] = [];
        for (let from = 0; from < 70; from += 10) {
          const answer = await index.search(buildIndexQuery(owner, 'page', { sort, order, from, size: 10 }));
          expect(answer.total).toBe(57);
          ids.push(...answer.hits.map(({ entryId }) => entryId));
        }
        const truth = documents
          .map((document) => ({ ...document, rank: matchName(parseQuery('page'), document.name)?.rank ?? 0 }))
          .sort(compareHits(sort, order));
        expect(ids).toEqual(truth.map(({ entryId }) => entryId));
      }
    }
  });

  test('hits go on beyond the ten thousandth, in the same order and without a gap', async () => {
    const owner = randomUUID();
    const documents = Array.from({ length: 10_030 }, (_, number) => buildDocument(owner, `deep ${number}`));
    for (let start = 0; start < documents.length; start += 2_000) {
      await index.write(documents.slice(start, start + 2_000).map(put));
    }
    await index.makeVisible();
    const ids: string[] = [];
    for (const from of [9_980, 10_000, 10_020, 10_040]) {
      const answer = await index.search(buildIndexQuery(owner, 'deep', { from, size: 20 }));
      expect(answer.total).toBe(10_030);
      ids.push(...answer.hits.map(({ entryId }) => entryId));
    }
    // Later ones are newer, and the newest come first.
    const oldestLast = documents.toReversed().map(({ entryId }) => entryId);
    expect(ids).toEqual(oldestLast.slice(9_980));
  });

  test('names sort as people count, Chinese after Latin and by pinyin', async () => {
    const owner = randomUUID();
    const names = ['file10.txt', 'file2.txt', '中文file.txt', '北京file.txt', 'File1.txt', 'ÉfileA.txt'];
    await write(...names.map((name) => put(buildDocument(owner, name))));
    expect(await found(owner, 'file', { sort: 'name', order: 'asc' })).toEqual([
      'ÉfileA.txt',
      'File1.txt',
      'file2.txt',
      'file10.txt',
      '北京file.txt',
      '中文file.txt',
    ]);
  });

  test('only the kind asked for is found', async () => {
    const owner = randomUUID();
    await write(put(buildDocument(owner, 'plan a')), put(buildDocument(owner, 'plan b', { kind: 'folder' })));
    expect(await found(owner, 'plan', { filters: { ...NO_FILTERS, kind: 'folder' } })).toEqual(['plan b']);
    expect(await found(owner, 'plan', { filters: { ...NO_FILTERS, kind: 'file' } })).toEqual(['plan a']);
  });

  test('filters hold in every step, with and without words, and counts per type leave out the one by type', async () => {
    const [owner, folder, other] = [randomUUID(), randomUUID(), randomUUID()];
    const files: Partial<FileDocument>[] = [
      { name: 'budget.pdf', extension: 'pdf', sizeBytes: 500, ancestorIds: [folder], starred: true },
      { name: 'budget draft.docx', extension: 'docx', sizeBytes: 5_000, ancestorIds: [folder, other] },
      { name: 'budget 预算.png', extension: 'png', sizeBytes: 50_000, ancestorIds: [other] },
      { name: 'budget.xyz', extension: 'xyz', sizeBytes: 0, updatedAt: new Date('2020-05-05') },
      { name: 'budget', kind: 'folder', ancestorIds: [folder], starred: true },
      { name: 'minutes.md', extension: 'md', sizeBytes: 700, ancestorIds: [other] },
    ];
    const documents = files.map((given) => buildDocument(owner, given.name ?? '', given));
    await write(...documents.map(put));
    const cases: Partial<SearchFilters>[] = [
      {},
      { kind: 'folder' },
      { types: ['pdf', 'image'] },
      { types: ['document'] },
      { types: ['other'] },
      { types: ['folder', 'other'] },
      { types: [] },
      { extensions: ['pdf', 'xyz'] },
      { extensions: [] },
      { minSize: 500, maxSize: 5_000 },
      { maxSize: 0 },
      { modifiedBefore: new Date('2021-01-01') },
      { modifiedFrom: new Date('2020-05-05') },
      { starredOnly: true },
      { starredOnly: true, types: ['folder'] },
      { without: ['draft'] },
      { without: ['.', '预'] },
      { folderIds: [[folder]] },
      { folderIds: [[folder], [other]] },
      { folderIds: [[folder, other]] },
      { folderIds: [[]] },
    ];
    for (const text of ['budget', 'budgte', 'yusuan', '']) {
      for (const given of cases) {
        const filters = { ...NO_FILTERS, ...given };
        const narrowed = documents.filter((document) => matchesFilters(filters, document));
        const ofAnyType = expected(narrowed, text);
        const names = new Set(ofAnyType.hits.map(({ name }) => name));
        const counted = narrowed.filter(({ name }) => names.has(name));
        const hits = ofAnyType.hits.filter(({ name }) =>
          counted.some((document) => document.name === name && matchesType(filters, document)),
        );
        const answer = await index.search(buildIndexQuery(owner, text, { filters }));
        expect({
          text,
          given,
          ...answer,
          hits: answer.hits.map(({ name, rank }) => ({ name, rank })),
        }).toEqual({
          text,
          given,
          step: ofAnyType.step,
          total: hits.length,
          hits,
          facets: countFacets(counted.map((document) => ({ ...document, count: 1 }))),
        });
      }
    }
  });

  test('no query throws, and none is dear', async () => {
    const owner = randomUUID();
    await write(put(buildDocument(owner, 'a "quoted" (name) * ? .txt')));
    for (const text of HOSTILE) {
      const query = buildIndexQuery(owner, text);
      const startedAt = performance.now();
      await index.search(query);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
  });

  test('a scan gives every document once in the order of ids, tombstones included', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'scanned.txt');
    const gone = buildDocument(owner, 'gone.txt');
    const { entryId, revision } = gone;
    await write(put(document), { kind: 'remove', entryId, ownerId: owner, revision });
    const states: IndexedState[] = [];
    for await (const state of index.scan()) states.push(state);
    const ids = states.map((state) => state.entryId);
    expect(ids).toEqual([...new Set(ids)].sort());
    const wanted = [
      { entryId: document.entryId, revision: document.revision, removed: false, document },
      { entryId, revision, removed: true },
    ];
    expect(states).toEqual(expect.arrayContaining(wanted));
    expect(await index.read([document.entryId, entryId, randomUUID()])).toEqual(
      expect.arrayContaining(wanted),
    );
  });

  test('old tombstones are forgotten, young ones and documents are kept', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'kept.txt');
    const entryId = randomUUID();
    await write(put(document), { kind: 'remove', entryId, ownerId: owner, revision: 7 });
    await index.purgeTombstones(new Date(Date.now() - 60_000));
    expect(await index.read([entryId])).toHaveLength(1);
    expect(await index.purgeTombstones(new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await index.read([entryId])).toEqual([]);
    expect(await found(owner, 'kept')).toEqual(['kept.txt']);
  });

  test('a rebuild serves the old documents until its end, then the new ones and what was written meanwhile', async () => {
    const owner = randomUUID();
    const [kept, dropped, wrong] = ['kept.txt', 'dropped.txt', 'wrong.txt'].map((name) =>
      buildDocument(owner, name),
    );
    if (!kept || !dropped || !wrong) throw new Error('three documents were built');
    await write(put(kept), put(dropped), put({ ...wrong, revision: 1_000_000 }));
    const rebuild = await index.startRebuild();
    const meanwhile = buildDocument(owner, 'meanwhile.txt');
    await write(put(meanwhile));
    await rebuild.write([put(kept), put({ ...wrong, name: 'right.txt' })]);
    expect(await found(owner, 'kept')).toEqual(['kept.txt']);
    expect(await found(owner, 'meanwhile')).toEqual(['meanwhile.txt']);
    await rebuild.finish();
    await index.makeVisible();
    expect((await found(owner, 'txt')).sort()).toEqual(['kept.txt', 'meanwhile.txt', 'right.txt']);
    await write(put({ ...kept, name: 'after.txt', revision: kept.revision + 1_000 }));
    expect(await found(owner, 'after')).toEqual(['after.txt']);
  });

  test('an abandoned rebuild leaves everything as it was', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'stays.txt');
    await write(put(document));
    const rebuild = await index.startRebuild();
    await rebuild.abandon();
    expect(await found(owner, 'stays')).toEqual(['stays.txt']);
    expect(await write(put({ ...document, name: 'moves on.txt', revision: document.revision + 1 }))).toEqual([
      'written',
    ]);
  });

  test('a healthy engine says so', async () => {
    await expect(index.checkHealth()).resolves.toBeUndefined();
  });
}
