import { expect, test } from 'vitest';
import { namesOnlyReason } from './names-only';

test.each([
  [{ degraded: false, pending: 0 }, null],
  [{ degraded: false, pending: 2_000 }, null],
  [{ degraded: false, pending: 2_001 }, 'behind'],
  [{ degraded: true, pending: 0 }, 'degraded'],
  [{ degraded: true, pending: 2_001 }, 'degraded'],
])('of %j names alone were searched: %s', (answer, reason) => {
  expect(namesOnlyReason(answer)).toBe(reason);
});
