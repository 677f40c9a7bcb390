import { beforeEach, expect, test, vi } from 'vitest';

const KEY = 'netdisk.recent-searches';
const kept = new Map<string, string>();

/** As a page that was just opened has it. */
async function openPage() {
  vi.resetModules();
  return import('./recent-searches');
}

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });
});

test('what one account searched for is kept apart from what another did', async () => {
  const { rememberSearch } = await openPage();
  rememberSearch('ada', 'budget');
  rememberSearch('bob', 'holiday');
  rememberSearch('ada', 'report');
  expect(JSON.parse(kept.get(KEY) ?? '').state).toEqual({
    ofAccount: { ada: ['report', 'budget'], bob: ['holiday'] },
  });
});

test('the list that all accounts of a browser once had is thrown away', async () => {
  kept.set(KEY, JSON.stringify({ state: { recent: ['of somebody'] }, version: 0 }));
  await openPage();
  expect(JSON.parse(kept.get(KEY) ?? '').state).toEqual({ ofAccount: {} });
});

test('a page that is opened again still has what was searched for', async () => {
  (await openPage()).rememberSearch('ada', 'budget');
  (await openPage()).rememberSearch('ada', 'report');
  expect(JSON.parse(kept.get(KEY) ?? '').state).toEqual({ ofAccount: { ada: ['report', 'budget'] } });
});

test('the newest search stands first', async () => {
  const { withSearch } = await openPage();
  expect(withSearch(['a'], ' 报告 ')).toEqual(['报告', 'a']);
});

test('the same words move up instead of standing twice', async () => {
  const { withSearch } = await openPage();
  expect(withSearch(['b', 'Report'], 'report')).toEqual(['report', 'b']);
});

test('six are kept, none longer than a search reads', async () => {
  const { withSearch } = await openPage();
  expect(withSearch(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
  expect(withSearch([], 'a'.repeat(5_000))).toEqual(['a'.repeat(1_000)]);
});

test('nothing is no search', async () => {
  const { withSearch } = await openPage();
  expect(withSearch(['a'], '  ')).toEqual(['a']);
});
