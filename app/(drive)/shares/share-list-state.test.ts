import { expect, test } from 'vitest';
import { listSharesQuery } from '@/contracts/shares';
import { isFiltered, readShareListState, shareListHref, shareListRequest } from './share-list-state';

test('an address without a word shows all shares, newest first', () => {
  const state = readShareListState(new URLSearchParams());
  expect(state).toEqual({ status: 'all', words: '', sort: 'newest' });
  expect(shareListHref(state)).toBe('/shares');
  expect(isFiltered(state)).toBe(false);
});

test('a state and its address say the same', () => {
  const state = { status: 'expired', words: '年度 报告&', sort: 'lastVisit' } as const;
  const address = new URL(shareListHref(state), 'http://netdisk').searchParams;
  expect(readShareListState(address)).toEqual(state);
  expect(isFiltered(state)).toBe(true);
  expect(listSharesQuery.parse(shareListRequest(state))).toMatchObject({
    status: 'expired',
    q: '年度 报告&',
  });
});

test('what is wrong in an address counts as absent', () => {
  const address = new URLSearchParams({ status: 'gone', sort: 'size', q: ' ' });
  expect(readShareListState(address)).toEqual({ status: 'all', words: '', sort: 'newest' });
});
