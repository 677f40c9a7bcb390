import { expect, test } from 'vitest';
import { collapsePath } from './collapse-path';

test('a short path is shown whole', () => {
  expect(collapsePath(['root', 'a', 'b'], 2)).toEqual({ head: ['root', 'a', 'b'], hidden: [], tail: [] });
});

test('a single part is never hidden, for the menu would take its room', () => {
  expect(collapsePath(['root', 'a', 'b', 'c'], 2).hidden).toEqual([]);
});

test('a long path keeps the way home and its end', () => {
  expect(collapsePath(['root', 'a', 'b', 'c', 'd'], 2)).toEqual({
    head: ['root'],
    hidden: ['a', 'b'],
    tail: ['c', 'd'],
  });
});
