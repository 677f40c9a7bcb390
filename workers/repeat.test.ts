import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '@/server/log';
import { repeat } from './repeat';

const log = createLog('silent', 'test');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a chore is done at once and then at its interval, also after a failure', async () => {
  let runs = 0;
  const running = repeat(
    {
      name: 'test',
      everySeconds: 60,
      async run() {
        runs += 1;
        if (runs === 1) throw new Error('fails once');
      },
    },
    log,
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(2);
  await running.stop();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(runs).toBe(2);
});

test('stopping waits for the run under way', async () => {
  let finish = () => {};
  let finished = false;
  const running = repeat(
    {
      name: 'test',
      everySeconds: 60,
      async run() {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        finished = true;
      },
    },
    log,
  );
  const stopped = running.stop();
  finish();
  await stopped;
  expect(finished).toBe(true);
});
