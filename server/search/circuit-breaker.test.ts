import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCircuitBreaker } from './circuit-breaker';

const PAUSE_MS = 3_000;
const HOUR_MS = 3_600_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const down = async () => {
  throw new Error('down');
};

test('after an outage nobody asks for a while, then one, and all once it is answered', async () => {
  const breaker = createCircuitBreaker(PAUSE_MS, () => true);
  const ask = vi.fn(down);
  await expect(breaker.run(ask)).rejects.toThrow('down');
  await expect(breaker.run(ask)).rejects.toThrow('down');
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(PAUSE_MS);
  const answers = await Promise.allSettled([breaker.run(async () => 'up'), breaker.run(ask)]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await breaker.run(async () => 'up')).toBe('up');
});

test('a clock that is set back does not lengthen the pause', async () => {
  const breaker = createCircuitBreaker(PAUSE_MS, () => true);
  await expect(breaker.run(down)).rejects.toThrow('down');
  vi.setSystemTime(Date.now() - HOUR_MS);
  vi.advanceTimersByTime(PAUSE_MS);
  expect(await breaker.run(async () => 'up')).toBe('up');
});

test('an error that is no outage concerns its caller alone', async () => {
  const breaker = createCircuitBreaker(PAUSE_MS, () => false);
  await expect(breaker.run(down)).rejects.toThrow('down');
  expect(await breaker.run(async () => 'up')).toBe('up');
});
