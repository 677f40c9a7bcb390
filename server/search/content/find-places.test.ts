import { expect, test } from 'vitest';
import { findPlaces as findSought } from './find-places';

const far = ' x'.repeat(200);

const findPlaces = (text: string, words: [string, ...string[]], mayGoOn = true) =>
  findSought(text, { words, mayGoOn });

test.each([
  ['год', `погода${far} год 2025`],
  ['cole', `L'école${far} Nat King Cole`],
  ['κόσμος', `μικρόκοσμος${far} κόσμος`],
  ['2025', `１2025${far} 2025`],
])('%s is found where the word begins, and not inside of another of its script', (word, text) => {
  expect(findPlaces(text, [word])).toEqual([text.toLowerCase().lastIndexOf(word)]);
});

test('a word that ends is followed by another only where something stands between them', () => {
  expect(findPlaces(`annualreport${far} annual-report`, ['annual', 'report'])).toEqual([413]);
});

test('a word that may not go on is found where it ends', () => {
  expect(findPlaces(`cat é${far} C++`, ['c'], false)).toEqual([406]);
  expect(findPlaces(`écart${far} é`, ['e'], false)).toEqual([406]);
  expect(findPlaces('v2版', ['v2'], false)).toEqual([0]);
  expect(findPlaces('cat', ['c'], false)).toEqual([]);
});

test('Chinese is found right after letters, and letters right after Chinese', () => {
  expect(findPlaces('PDF报告', ['报', '告'])).toEqual([3]);
  expect(findPlaces('报告PDF', ['pdf'])).toEqual([2]);
  expect(findPlaces('年度 2026报告', ['2026', '报'])).toEqual([3]);
});

// Looked through once for each of them it would take minutes, and the test its time.
test('a text of nothing but accents is looked through once', () => {
  const accents = '\u0301'.repeat(100_000);
  expect(findPlaces(`é${accents}c\né b`, ['e', 'b'])).toEqual([100_003]);
  expect(findPlaces(`${`é${'-'.repeat(300)}`.repeat(300)}b`, ['e', 'c'])).toEqual([]);
});
