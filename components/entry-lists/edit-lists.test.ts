import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { editLists, type ListPages, rowsOf, withoutRows, withRow } from './edit-lists';

interface Row {
  id: string;
  name: string;
}

test('removed rows leave every page, and the total follows on each', () => {
  const after = withoutRows(buildList([['a', 'b'], ['c']]), new Set(['a', 'c']));
  expect(after.pages.map((page) => page.items.map((item) => item.id))).toEqual([['b'], []]);
  expect(after.pages.map((page) => page.total)).toEqual([1, 1]);
});

test('a list that holds none of the removed rows stays the same object', () => {
  const list = buildList([['a']]);
  expect(withoutRows(list, new Set(['x']))).toBe(list);
});

test('a renamed row keeps its place', () => {
  const after = withRow(buildList([['a', 'b']]), 'a', { name: 'zebra' });
  expect(rowsOf(after).map((row) => row.name)).toEqual(['zebra', 'b']);
});

test('changing what is not listed changes nothing', () => {
  const list = buildList([['a']]);
  expect(withRow(list, 'x', { name: 'y' })).toBe(list);
});

test('a row that two pages hold is listed once', () => {
  expect(
    rowsOf(
      buildList([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).map((row) => row.id),
  ).toEqual(['a', 'b', 'c']);
});

test('an edit shows in every loaded list, and can be taken back', async () => {
  const client = new QueryClient();
  client.setQueryData(['list', 'by-name'], buildList([['a', 'b']]));
  client.setQueryData(['list', 'by-size'], buildList([['b', 'a']]));
  client.setQueryData(['other'], buildList([['a']]));
  const undo = await editLists<Row>(client, ['list'], (data) => withoutRows(data, new Set(['a'])));
  const idsIn = (...key: string[]) => rowsOf(client.getQueryData<ListPages<Row>>(key)).map((row) => row.id);
  expect([idsIn('list', 'by-name'), idsIn('list', 'by-size'), idsIn('other')]).toEqual([['b'], ['b'], ['a']]);
  undo();
  expect([idsIn('list', 'by-name'), idsIn('list', 'by-size')]).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ]);
});

function buildList(pages: string[][]): ListPages<Row> {
  const total = pages.flat().length;
  return {
    pageParams: pages.map(() => undefined),
    pages: pages.map((ids) => ({ items: ids.map((id) => ({ id, name: id })), nextCursor: null, total })),
  };
}
