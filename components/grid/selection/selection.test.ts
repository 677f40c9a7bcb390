import { expect, test } from 'vitest';
import {
  clear,
  focusOn,
  keepExisting,
  NOTHING_SELECTED,
  type Selection,
  selectAll,
  selectOnly,
  selectRange,
  toggle,
} from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: Selection) => [...selection.selected].sort();

test('a click selects one row alone', () => {
  expect(selectOnly('b')).toEqual({ selected: new Set(['b']), anchor: 'b', focused: 'b' });
});

test('a toggle adds a row and takes it out again', () => {
  const two = toggle(selectOnly('b'), 'd');
  expect(ids(two)).toEqual(['b', 'd']);
  expect(ids(toggle(two, 'b'))).toEqual(['d']);
});

test('a range reaches from the anchor to the row, in both directions', () => {
  expect(ids(selectRange(order, selectOnly('b'), 'd'))).toEqual(['b', 'c', 'd']);
  expect(ids(selectRange(order, selectOnly('d'), 'b'))).toEqual(['b', 'c', 'd']);
});

test('a range is measured from the same anchor however often it changes', () => {
  const wide = selectRange(order, selectOnly('b'), 'e');
  expect(ids(selectRange(order, wide, 'c'))).toEqual(['b', 'c']);
  expect(ids(selectRange(order, wide, 'a'))).toEqual(['a', 'b']);
});

test('a range without an anchor starts at the keyboard, else at the top', () => {
  expect(ids(selectRange(order, focusOn(NOTHING_SELECTED, 'c'), 'd'))).toEqual(['c', 'd']);
  expect(ids(selectRange(order, NOTHING_SELECTED, 'b'))).toEqual(['a', 'b']);
});

test('an added range keeps what was selected elsewhere', () => {
  const current = toggle(selectOnly('a'), 'c');
  expect(ids(selectRange(order, current, 'd', true))).toEqual(['a', 'c', 'd']);
});

test('a range to a row that is not there changes nothing', () => {
  const current = selectOnly('b');
  expect(selectRange(order, current, 'x')).toBe(current);
});

test('clearing leaves the keyboard where it is', () => {
  expect(clear(selectAll(order, selectOnly('c')))).toEqual({
    selected: new Set(),
    anchor: null,
    focused: 'c',
  });
});

test('rows that are gone are no longer selected', () => {
  expect(ids(keepExisting(order, ['a', 'c'], selectAll(order, NOTHING_SELECTED)))).toEqual(['a', 'c']);
});

test('the keyboard moves from a row that is gone to the one below, else to the one above', () => {
  expect(keepExisting(order, ['a', 'b', 'd', 'e'], selectOnly('c')).focused).toBe('d');
  expect(keepExisting(order, ['a', 'b'], selectOnly('e')).focused).toBe('b');
  expect(keepExisting(order, [], selectOnly('e')).focused).toBeNull();
});

test('a list that only grew leaves the selection untouched', () => {
  const current = selectOnly('b');
  expect(keepExisting(order, [...order, 'f'], current)).toBe(current);
});
