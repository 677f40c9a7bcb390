import { expect, test } from 'vitest';
import { allowedTypos, leastLengthsThatReach } from './typos';

const TYPED = [4, 5, 6, 7, 8, 9, 10, 12];

test.each(TYPED)(
  'a long word that %i typed letters may mean is found among those of its least length',
  (typed) => {
    const limits = allowedTypos('x'.repeat(typed))?.limits ?? [];
    expect(limits).not.toEqual([]);
    for (const { edits, minLength } of limits.filter((limit) => limit.minLength > 0)) {
      for (let length = minLength; length <= typed + edits; length += 1) {
        expect(leastLengthsThatReach('y'.repeat(length))).toContain(minLength);
      }
    }
  },
);

test('no other word is put there: it would be looked through for nothing', () => {
  const found = Array.from({ length: 12 }, (_, index) => leastLengthsThatReach('y'.repeat(index + 1)));
  expect(found.flat()).toEqual([5, 9, 9]);
});
