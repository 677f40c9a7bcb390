import { expect, test } from 'vitest';
import { matchReasons } from './match-reasons';

test('every reason but the plain name is given', () => {
  expect(matchReasons(['name', 'pinyin'])).toEqual(['pinyin']);
  expect(matchReasons(['pinyin', 'similar'])).toEqual(['pinyin', 'similar']);
  expect(matchReasons(['name', 'pinyin', 'similar', 'content'])).toEqual(['pinyin', 'similar', 'content']);
});

test('a plain name alone needs no reason, nor does a line of filters', () => {
  expect(matchReasons(['name'])).toEqual([]);
  expect(matchReasons([])).toEqual([]);
});
