import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { countFacets } from '../query-line/facets';
import { matchesFilters, matchesType } from '../query-line/matches-filters';
import { NO_FILTERS, type SearchFilters } from '../query-line/search-filters';
import type { FileDocument } from '../search-index';
import type { IndexTrial } from './index-trial';

/** What narrows the hits, and the counts per type. */
export function describeFilters(trial: IndexTrial): void {
  const { write, found, expected } = trial;

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
      { subtrees: new Set([folder, ...documents.slice(2, 3).map(({ entryId }) => entryId)]) },
      { subtrees: new Set() },
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
        const answer = await trial.index.search(buildIndexQuery(owner, text, { filters }));
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
          facets: countFacets(counted),
        });
      }
    }
  });
}
