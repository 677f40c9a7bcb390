import { expect, test } from 'vitest';
import { formatCountdown } from './format-countdown';

test.each([
  [-5_000, '0:00'],
  [0, '0:00'],
  [1, '0:01'],
  [9_000, '0:09'],
  [59_999, '1:00'],
  [860_000, '14:20'],
  [3_599_001, '1:00:00'],
  [3_723_000, '1:02:03'],
])('%i ms left read as %s', (milliseconds, text) => {
  expect(formatCountdown(milliseconds)).toBe(text);
});
