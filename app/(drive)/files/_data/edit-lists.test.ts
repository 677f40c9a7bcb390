import { expect, test } from 'vitest';
import type { Entry } from '@/contracts/entries';
import { withEntry, withoutEntries } from './edit-lists';

test('removed entries leave every page, and the total follows on each', () => {
  const after = withoutEntries(buildList([['a', 'b'], ['c']]), new Set(['a', 'c']));
  expect(after.pages.map((page) => page.items.map((item) => item.id))).toEqual([['b'], []]);
  expect(after.pages.map((page) => page.total)).toEqual([1, 1]);
});

test('a list that holds none of the removed entries stays the same object', () => {
  const list = buildList([['a']]);
  expect(withoutEntries(list, new Set(['x']))).toBe(list);
});

test('a renamed entry keeps its place', () => {
  const after = withEntry(buildList([['a', 'b']]), 'a', { name: 'zebra' });
  expect(after.pages[0]?.items.map((item) => item.name)).toEqual(['zebra', 'b']);
});

test('renaming what is not listed changes nothing', () => {
  const list = buildList([['a']]);
  expect(withEntry(list, 'x', { name: 'y' })).toBe(list);
});

function buildList(pages: string[][]) {
  const total = pages.flat().length;
  return {
    pageParams: pages.map(() => undefined),
    pages: pages.map((ids) => ({ items: ids.map(buildEntry), nextCursor: null, total })),
  };
}

function buildEntry(id: string): Entry {
  const at = '2026-11-23T10:00:00.000Z';
  const times = { createdAt: at, updatedAt: at, trashedAt: null };
  const file = { kind: 'file' as const, extension: '', mimeType: 'text/plain', size: 1, sha256: null };
  return { id, name: id, parentId: 'root', revision: 1, path: [], indexed: true, ...file, ...times };
}
