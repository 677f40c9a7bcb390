import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { SearchHit, SearchResult } from '@/contracts/search';
import { editHits, withHit } from './edit-hits';

const hit = (id: string): SearchHit => ({
  id,
  parentId: 'root',
  kind: 'file',
  name: `${id}.txt`,
  extension: 'txt',
  mimeType: 'text/plain',
  size: 1,
  sha256: null,
  revision: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  trashedAt: null,
  starred: false,
  path: [],
  indexed: true,
  highlight: { name: [] },
  matchedBy: ['name'],
});
const RESULT: SearchResult = {
  items: [hit('a'), hit('b')],
  total: 2,
  facets: { folder: 0, document: 2, pdf: 0, image: 0, video: 0, audio: 0, archive: 0, code: 0, other: 0 },
  page: 1,
  size: 20,
  nextCursor: null,
  tookMs: 1,
  engine: 'postgresql',
  degraded: false,
  pending: 0,
  suggestion: null,
};
const starsOf = (data: SearchResult | undefined) => data?.items.map(({ starred }) => starred);

test('one hit is changed, and results without it stay the same object', () => {
  expect(starsOf(withHit(RESULT, 'b', { starred: true }))).toEqual([false, true]);
  expect(withHit(RESULT, 'c', { starred: true })).toBe(RESULT);
});

test('a change shows in every search at once, and is taken back', async () => {
  const client = new QueryClient();
  client.setQueryData(['search', 'one'], RESULT);
  client.setQueryData(['search', 'two'], { ...RESULT, items: [hit('b')] });
  const undo = await editHits(client, 'b', { starred: true });
  expect(starsOf(client.getQueryData(['search', 'one']))).toEqual([false, true]);
  expect(starsOf(client.getQueryData(['search', 'two']))).toEqual([true]);
  undo();
  expect(client.getQueryData(['search', 'one'])).toEqual(RESULT);
});
