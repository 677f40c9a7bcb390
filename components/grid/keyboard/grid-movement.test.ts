import { expect, test } from 'vitest';
import { movedIndex } from './grid-movement';

const list = { count: 10, columns: 1, pageRows: 4 };
const tiles = { count: 10, columns: 4, pageRows: 2 };

test('arrows move one row in a list and stop at its ends', () => {
  expect(movedIndex('ArrowDown', 3, list)).toBe(4);
  expect(movedIndex('ArrowUp', 3, list)).toBe(2);
  expect(movedIndex('ArrowDown', 9, list)).toBe(9);
  expect(movedIndex('ArrowUp', 0, list)).toBe(0);
});

test('left and right do not move in a list', () => {
  expect(movedIndex('ArrowLeft', 3, list)).toBeNull();
});

test('home, end and the page keys reach the ends', () => {
  expect(movedIndex('Home', 7, list)).toBe(0);
  expect(movedIndex('End', 2, list)).toBe(9);
  expect(movedIndex('PageDown', 7, list)).toBe(9);
  expect(movedIndex('PageUp', 2, list)).toBe(0);
});

test('up and down keep the column of tiles', () => {
  expect(movedIndex('ArrowDown', 1, tiles)).toBe(5);
  expect(movedIndex('ArrowUp', 5, tiles)).toBe(1);
  expect(movedIndex('ArrowUp', 2, tiles)).toBe(2);
});

test('down into a last row that is not full leads to its last tile', () => {
  expect(movedIndex('ArrowDown', 7, tiles)).toBe(9);
  expect(movedIndex('ArrowDown', 8, tiles)).toBe(8);
});

test('right runs on into the next row of tiles', () => {
  expect(movedIndex('ArrowRight', 3, tiles)).toBe(4);
  expect(movedIndex('ArrowLeft', 4, tiles)).toBe(3);
  expect(movedIndex('ArrowLeft', 0, tiles)).toBe(0);
});

test('the first key of all leads to the top, or with up and end to the bottom', () => {
  expect(movedIndex('ArrowDown', -1, list)).toBe(0);
  expect(movedIndex('ArrowUp', -1, list)).toBe(9);
  expect(movedIndex('End', -1, list)).toBe(9);
});

test('nothing moves in an empty list, and other keys never move', () => {
  expect(movedIndex('ArrowDown', -1, { ...list, count: 0 })).toBeNull();
  expect(movedIndex('x', 3, list)).toBeNull();
});
