import { afterEach, expect, test, vi } from 'vitest';
import { graphemesOf } from './graphemes';

afterEach(() => vi.restoreAllMocks());

const PIECES = [
  'a',
  '\r\n',
  'e\u0301\u0302',
  '👨‍👩‍👧',
  '🇩🇪',
  '한',
  '\u1112\u1161\u11ab',
  'हि',
  '年',
  '\u200d',
  '\ud800',
];

test('a long text falls into the same graphemes as when it is cut at once, wherever its stretches end', () => {
  for (const [at, piece] of PIECES.entries()) {
    for (const before of [1_018, 1_020, 1_021, 1_022, 1_023, 1_024]) {
      const text = 'x'.repeat(before) + piece.repeat(3_000) + (PIECES[at + 1] ?? '');
      const whole = Array.from(new Intl.Segmenter('und').segment(text), ({ segment, index }) => ({
        segment,
        index,
      }));
      expect([...graphemesOf(text)]).toEqual(whole);
    }
  }
});

test('a grapheme that is longer than any stretch stays whole', () => {
  const grapheme = `a${'\u0301'.repeat(5_000)}`;
  expect([...graphemesOf(`x${grapheme}${grapheme}y`)].map(({ segment }) => segment)).toEqual([
    'x',
    grapheme,
    grapheme,
    'y',
  ]);
});

test('a text of 200,000 characters is never handed to the segmenter at once, which copies it at each step', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  expect([...graphemesOf('one line\n'.repeat(25_000))]).toHaveLength(225_000);
  expect(Math.max(...segment.mock.calls.map(([text]) => text.length))).toBeLessThan(2_000);
});
