import { expect, test } from 'vitest';
import { buildEntryEvent } from '@/tests/build-event';
import { createLog } from '../log';
import { handleBatch, readEvent } from './handle-batch';
import type { HandlingOutcome } from './queue';

const log = createLog('silent', 'test');
const message = (attempt: number) => ({ messageId: '1', event: buildEntryEvent('1'), attempt });
const decide = (attempt: number, outcomes: HandlingOutcome[]) =>
  handleBatch(async () => outcomes, [message(attempt)], log);

test('delays grow with the attempt, never beyond ten minutes', async () => {
  const delays: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const [disposition] = await decide(attempt, [{ kind: 'retry', reason: 'away' }]);
    expect(disposition).toMatchObject({ kind: 'retry', attempt: attempt + 1 });
    if (disposition?.kind === 'retry') delays.push(disposition.delaySeconds);
  }
  expect(delays).toEqual(delays.toSorted((first, second) => first - second));
  expect(delays[0]).toBe(1);
  expect(Math.max(...delays)).toBe(600);
});

test('a message tried for more than an hour fails with its last reason', async () => {
  expect(await decide(12, [{ kind: 'retry', reason: 'still away' }])).toEqual([
    { kind: 'failed', reason: 'Tried 13 times, the last time: still away' },
  ]);
});

test('a handler that forgets a message has it tried again', async () => {
  expect(await decide(0, [])).toEqual([{ kind: 'retry', attempt: 1, delaySeconds: 1 }]);
});

test('a handler is not called for nothing', async () => {
  const handle = async (): Promise<HandlingOutcome[]> => {
    throw new Error('called');
  };
  expect(await handleBatch(handle, [], log)).toEqual([]);
});

test('what a later version of an event adds does not make it unreadable', () => {
  const event = buildEntryEvent('1');
  expect(readEvent({ ...event, addedLater: true })).toEqual({ event });
  expect(readEvent({ ...event, revision: 'x' })).toEqual({ problem: expect.stringContaining('revision') });
});
