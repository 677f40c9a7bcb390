import { expect, test } from 'vitest';
import { allowedTypos, leastLengthsThatReach } from './typos';

/** Shorter than what they may mean: five characters with one error, nine with two. */
const SHORT_OF_A_LIMIT = [4, 7, 8];

test.each(SHORT_OF_A_LIMIT)(
  'a long word that %i typed letters may mean is found among those of its least length',
  (typed) => {
    const limits = allowedTypos('x'.repeat(typed))?.limits.filter(({ minLength }) => minLength > 0) ?? [];
    expect(limits).not.toEqual([]);
    for (const { edits, minLength } of limits) {
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
