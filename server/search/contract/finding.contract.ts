import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { compareHits } from '../compare-hits';
import { matchName } from '../names/name-matcher';
import { parseQuery } from '../names/parse-query';
import { NO_FILTERS } from '../query-line/search-filters';
import type { IndexAnswer, IndexHit, IndexQuery } from '../search-index';
import type { IndexTrial } from './index-trial';
import { HOSTILE, NAMES, QUERIES } from './search-cases';

/** Which documents are found, in which order, and how many there are. */
export function describeFinding(trial: IndexTrial): void {
  const { write, found, expected } = trial;

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
      const answer = await trial.index.search(buildIndexQuery(owner, text));
      const hits = answer.hits.map(({ name, rank }) => ({ name, rank }));
      expect({ text, step: answer.step, total: answer.total, hits }).toEqual({
        text,
        step: truth.step,
        total: truth.hits.length,
        hits: truth.hits,
      });
    }
  });

  test('excluded ids are in neither hits nor total, and pending hits decide the step', async () => {
    const owner = randomUUID();
    const documents = [buildDocument(owner, 'apple pie.txt'), buildDocument(owner, 'apple tart.txt')];
    await write(...documents.map(put));
    const excludedIds = [documents[0]?.entryId ?? ''];
    const answer = await trial.index.search(buildIndexQuery(owner, 'apple', { excludedIds }));
    expect(answer).toMatchObject({ total: 1, hits: [{ name: 'apple tart.txt' }] });
    expect(await found(owner, 'aplpe')).toHaveLength(2);
    // The delta holds the word as it was typed, so similar names are not asked for.
    expect(await found(owner, 'aplpe', { pending: { written: 1, sound: 1 } })).toEqual([]);
  });

  test('several hundred names that a misspelt word may mean are those of the name matcher too', async () => {
    const owner = randomUUID();
    const letters = [...'abcdefghijklmnopqrstuvwxy'];
    const words = letters.flatMap((first) => letters.map((second) => `quarter${first}${second}`));
    const documents = words.flatMap((word, at) => [
      buildDocument(owner, `${word} 年度 ${at}.txt`),
      buildDocument(owner, `my_half-${word} ${at}.txt`),
    ]);
    await write(...documents.map(put));
    for (const text of [
      'quarterzz',
      'quarterz txt',
      'quarterzz niandu',
      'ndu quarterzz',
      'qaurteraz',
      'halfquarter',
      'alfquarter',
      'yhalfqaurter',
    ]) {
      const truth = expected(documents, text);
      const answer = await trial.index.search(buildIndexQuery(owner, text, { size: documents.length }));
      const hits = answer.hits.map(({ name, rank }) => ({ name, rank }));
      expect({ text, ...answer, hits }).toMatchObject({
        text,
        step: truth.step,
        total: truth.hits.length,
        facets: { other: truth.hits.length },
        hits: truth.hits,
      });
    }
  });

  test('by sound, names come in the order of where and how surely it is heard in them', async () => {
    const owner = randomUUID();
    const ordered = [
      '审批.txt',
      '审 (1) 批.txt',
      '审批意见.txt',
      '材料 审批 VIP.txt',
      '材料 审批意见.txt',
      '材料审批意见.txt',
      '编审 VIP 批次.txt',
      '参批.txt',
    ];
    // The best is the oldest, so that no tie brings it to the front.
    await write(...ordered.map((name) => put(buildDocument(owner, name))));
    expect(await found(owner, 'shenpi')).toEqual(ordered);
    expect(await found(owner, 'shenp')).toEqual(ordered);
  });

  test('a word whose first letter was typed right is meant before others', async () => {
    const owner = randomUUID();
    const fromOldest = ['footer.css', 'voter.csv', 'roter Faden.md'];
    await write(...fromOldest.map((name) => put(buildDocument(owner, name))));
    expect(await found(owner, 'foter')).toEqual(['footer.css', 'roter Faden.md', 'voter.csv']);
  });

  test('four consonants may be initials or a misspelt word: both are found, unless it stands somewhere as typed', async () => {
    const owner = randomUUID();
    await write(...['nginx.conf', '难过那些.md', 'other.txt'].map((name) => put(buildDocument(owner, name))));
    expect(await found(owner, 'ngnx')).toEqual(['难过那些.md', 'nginx.conf']);
    await write(put(buildDocument(owner, 'ngnx.txt')));
    expect(await found(owner, 'ngnx')).toEqual(['ngnx.txt', '难过那些.md']);
    expect(await found(owner, 'ngnx', { pending: { written: 1, sound: 1 } })).toHaveLength(2);
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
          const answer = await trial.index.search(
            buildIndexQuery(owner, 'page', { sort, order, from, size: 10 }),
          );
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

  test('going on after the last hit of each page gives the same list as pages do, in every sort and step', async () => {
    const owner = randomUUID();
    const times = [new Date('2026-03-01'), new Date('2026-03-02T03:04:05.678Z')];
    const words = ['annual report', 'annual_reports', 'report 年度', '年度报告', 'AnnualReport'];
    const documents = Array.from({ length: 230 }, (_, number) =>
      buildDocument(owner, `${words[number % 5]} ${number % 3 === 0 ? '' : number % 41}`.trim(), {
        extension: number % 4 === 0 ? 'pdf' : 'txt',
        sizeBytes: number % 4,
        updatedAt: times[number % 2] ?? new Date(),
      }),
    );
    await write(...documents.map(put));
    const onlyPdf = { filters: { ...NO_FILTERS, types: ['pdf' as const] } };
    const cases = [
      { text: 'report', step: 0, given: {} },
      { text: 'niandu', step: 1, given: {} },
      { text: 'reprot', step: 2, given: {} },
      { text: '', step: 0, given: {} },
      { text: 'report', step: 0, given: onlyPdf },
    ];
    for (const { text, step, given } of cases) {
      for (const sort of ['relevance', 'name', 'size', 'updatedAt'] as const) {
        for (const order of ['asc', 'desc'] as const) {
          const index = buildIndexQuery(owner, text, { sort, order, size: 1_000, ...given });
          const all = await trial.index.search(index);
          expect([all.step, all.hits.length > 40]).toEqual([step, true]);
          expect(await walk(index, all)).toEqual(all.hits);
        }
      }
    }
  });

  /** All hits after the first, seven at a time; what is counted must not change on the way. */
  async function walk(index: IndexQuery, { hits: [first], ...counted }: IndexAnswer): Promise<IndexHit[]> {
    const walked = first ? [first] : [];
    for (let last = first; last; last = walked.length % 7 === 1 ? walked.at(-1) : undefined) {
      const after = { step: counted.step, hit: last };
      const { hits, ...counts } = await trial.index.search({ ...index, after, size: 7 });
      expect(counts).toEqual(counted);
      if (hits.length === 0) break;
      walked.push(...hits);
    }
    return walked;
  }

  test('hits go on beyond the ten thousandth, in the same order and without a gap', async () => {
    const owner = randomUUID();
    const documents = Array.from({ length: 10_030 }, (_, number) => buildDocument(owner, `deep ${number}`));
    for (let start = 0; start < documents.length; start += 2_000) {
      await trial.index.write(documents.slice(start, start + 2_000).map(put));
    }
    await trial.index.makeVisible();
    const ids: string[] = [];
    for (const from of [9_980, 10_000, 10_020, 10_040]) {
      const answer = await trial.index.search(buildIndexQuery(owner, 'deep', { from, size: 20 }));
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

  test('no query throws, and each answers within a second', async () => {
    const owner = randomUUID();
    await write(put(buildDocument(owner, 'a "quoted" (name) * ? .txt')));
    for (const text of HOSTILE) {
      const query = buildIndexQuery(owner, text);
      const startedAt = performance.now();
      await trial.index.search(query);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
  });
}
