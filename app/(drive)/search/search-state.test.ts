import { expect, test } from 'vitest';
import { searchHref } from '@/components/entry/entry-links';
import { searchQuery } from '@/contracts/search';
import { readSearchState, SORTS, searchRequest, searchStateHref } from './search-state';

const read = (address: string) => readSearchState(new URLSearchParams(address));

test('an address of words alone is their first page by relevance', () => {
  expect(read('q=%20年度报告%20')).toEqual({ words: '年度报告', page: 1, size: 20, sort: 'relevance' });
});

test('all of the state is read from the address', () => {
  expect(read('q=a&page=3&size=50&sort=size&order=asc')).toEqual({
    words: 'a',
    page: 3,
    size: 50,
    sort: 'size-asc',
  });
});

test('a sort without a direction has the one people want first', () => {
  expect(read('q=a&sort=name').sort).toBe('name-asc');
  expect(read('q=a&sort=size').sort).toBe('size-desc');
  expect(read('q=a&sort=updatedAt').sort).toBe('updatedAt-desc');
});

test.each([
  'page=0',
  'page=-1',
  'page=x',
  'page=1.5',
  'page=1e9',
  'size=0',
  'size=101',
  'size=',
  'sort=color&order=up',
])('what is wrong in an address counts as absent: %s', (wrong) => {
  expect(read(`q=a&${wrong}`)).toEqual({ words: 'a', page: 1, size: 20, sort: 'relevance' });
});

test('an address leads back to its state, and is short where all is as usual', () => {
  for (const sort of SORTS) {
    const state = { words: 'a & b=ü报', page: 2, size: 100, sort };
    expect(read(searchStateHref(state).split('?')[1] ?? '')).toEqual(state);
  }
  expect(searchStateHref({ words: 'a b', page: 1, size: 20, sort: 'relevance' })).toBe('/search?q=a+b');
});

test('an address holds no more of a long line than a search reads', () => {
  const state = { words: '年'.repeat(5_000), page: 1, size: 20, sort: 'relevance' } as const;
  expect(read(searchStateHref(state).split('?')[1] ?? '').words).toBe('年'.repeat(1_000));
  expect(searchHref(state.words)).toBe(searchStateHref(state));
});

test('every state is a request that the contract takes', () => {
  for (const sort of SORTS) {
    expect(searchQuery.safeParse(searchRequest({ words: 'a', page: 1, size: 20, sort })).success).toBe(true);
  }
});
