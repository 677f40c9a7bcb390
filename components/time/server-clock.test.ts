import { expect, test } from 'vitest';
import { boundsOf, narrow } from './server-clock';

const SECOND = Date.parse('2026-11-23T10:00:07Z');
const HEADER = 'Mon, 23 Nov 2026 10:00:07 GMT';

test('the true offset lies within what any answer tells', () => {
  for (const offset of [-86_400_000, -750, 0, 1, 999, 5_000]) {
    for (const insideSecond of [0, 1, 500, 999]) {
      const writtenHere = SECOND + insideSecond - offset;
      const bounds = boundsOf(HEADER, writtenHere - 30, writtenHere + 40);
      expect(bounds?.low).toBeLessThanOrEqual(offset);
      expect(bounds?.high).toBeGreaterThan(offset);
    }
  }
});

test('an answer without a readable date tells nothing', () => {
  expect(boundsOf(null, 0, 10)).toBeNull();
  expect(boundsOf('yesterday', 0, 10)).toBeNull();
});

test('more answers narrow the bounds', () => {
  expect(narrow({ low: -500, high: 700 }, { low: 100, high: 1_200 })).toEqual({ low: 100, high: 700 });
  expect(narrow(null, { low: 1, high: 2 })).toEqual({ low: 1, high: 2 });
});

test('when a clock was set, the newest answer counts alone', () => {
  expect(narrow({ low: 0, high: 900 }, { low: 60_000, high: 61_000 })).toEqual({ low: 60_000, high: 61_000 });
});
