import { expect, test } from 'vitest';
import { rowsInBand } from './rows-in-band';

const list = { count: 10, columns: 1, columnWidth: 600, lineHeight: 40, gap: 0 };
const tiles = { count: 10, columns: 4, columnWidth: 100, lineHeight: 120, gap: 20 };

test('a band over a list touches the lines it reaches', () => {
  expect(rowsInBand({ left: 10, right: 30, top: 50, bottom: 130 }, list)).toEqual([1, 2, 3]);
});

test('a band below the last line touches none', () => {
  expect(rowsInBand({ left: 0, right: 600, top: 410, bottom: 500 }, list)).toEqual([]);
});

test('a band that begins above the first line touches from the first on', () => {
  expect(rowsInBand({ left: 0, right: 600, top: -80, bottom: 10 }, list)).toEqual([0]);
});

test('a band over tiles touches a block of them', () => {
  expect(rowsInBand({ left: 90, right: 130, top: 90, bottom: 130 }, tiles)).toEqual([0, 1, 4, 5]);
});

test('a band in the gap between tiles touches none', () => {
  expect(rowsInBand({ left: 103, right: 117, top: 0, bottom: 300 }, tiles)).toEqual([]);
});

test('the empty places of a last row that is not full are no rows', () => {
  expect(rowsInBand({ left: 0, right: 500, top: 240, bottom: 300 }, tiles)).toEqual([8, 9]);
});
