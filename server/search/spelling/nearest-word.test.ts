import { expect, test } from 'vitest';
import { canBeCorrected, fragmentsOf, nearestWords } from './nearest-word';

const NAMES = [
  'annual report 2026.pdf',
  'report-final.docx',
  'resort photos.jpg',
  '年度报告.docx',
  '会议纪要.md',
];

test.each([
  ['repotr', ['report', 'resort']],
  ['raport', ['report', 'resort']],
  ['reporters', ['report']],
  ['anuall', ['annual']],
  ['phtos', ['photos']],
  ['fnal', ['final']],
  ['zebra', []],
  ['年渡报告', ['年度报告']],
  ['年渡', ['年度']],
  ['会意纪要', ['会议纪要']],
  ['会员纪要', ['会议纪要']],
  ['会员', []],
])('the words nearest to %s are %j', (typed, nearest) => {
  expect(nearestWords(typed, NAMES, 2)).toEqual(nearest);
});

test('a word that stands in a name is no mistake', () => {
  expect(nearestWords('report', NAMES, 2)).toEqual([]);
  expect(nearestWords('报告', NAMES, 2)).toEqual([]);
});

test('of words equally near the more frequent comes first', () => {
  expect(nearestWords('cas', ['car.txt', 'cat.txt', 'cat.md'], 2)).toEqual(['cat', 'car']);
});

test('only single words of a sensible length are compared', () => {
  for (const word of ['cat', 'chap03', '报告', 'straße']) expect(canBeCorrected(word)).toBe(true);
  for (const word of ['', 'ab', '报', 'a-b-c', '年度report', '%_%', 'x'.repeat(33)]) {
    expect(canBeCorrected(word)).toBe(false);
  }
});

test('fragments are runs of letters or single Chinese characters, and few', () => {
  expect(fragmentsOf('reports')).toEqual(['rep', 'epo', 'por', 'ort', 'rts']);
  expect(fragmentsOf('x1'.repeat(16)).length).toBeLessThanOrEqual(8);
  expect(fragmentsOf('noon')).toEqual(['no', 'oo', 'on']);
  expect(fragmentsOf('报告报')).toEqual(['报', '告']);
});
