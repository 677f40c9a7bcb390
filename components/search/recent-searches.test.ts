import { expect, test } from 'vitest';
import { withSearch } from './recent-searches';

test('the newest search stands first', () => {
  expect(withSearch(['a'], ' 报告 ')).toEqual(['报告', 'a']);
});

test('the same words move up instead of standing twice', () => {
  expect(withSearch(['b', 'Report'], 'report')).toEqual(['report', 'b']);
});

test('six are kept', () => {
  expect(withSearch(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
});

test('nothing is no search', () => {
  expect(withSearch(['a'], '  ')).toEqual(['a']);
});
