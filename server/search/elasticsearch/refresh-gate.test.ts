import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefreshGate } from './refresh-gate';

const GAP_MS = 250;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('who comes before a refresh begins shares it, and who comes later waits for the next', async () => {
  const refresh = vi.fn(async () => undefined);
  const gate = createRefreshGate(refresh, GAP_MS);
  await Promise.all([gate.pass(), gate.pass()]);
  expect(refresh).toHaveBeenCalledTimes(1);
  const later = Promise.all([gate.pass(), gate.pass()]);
  await vi.advanceTimersByTimeAsync(GAP_MS - 1);
  expect(refresh).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  await later;
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('a clock that is set back does not lengthen the gap', async () => {
  const refresh = vi.fn(async () => undefined);
  const gate = createRefreshGate(refresh, GAP_MS);
  await gate.pass();
  vi.setSystemTime(Date.now() - 3_600_000);
  const later = gate.pass();
  await vi.advanceTimersByTimeAsync(GAP_MS);
  await later;
  expect(refresh).toHaveBeenCalledTimes(2);
});
