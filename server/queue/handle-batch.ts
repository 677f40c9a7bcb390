import { z } from 'zod';
import { type NetdiskEvent, netdiskEvent } from '@/contracts/events';
import type { Log } from '@/server/log';
import { retryDelaySeconds } from './delivery-rules';
import type { BatchHandler, HandlingOutcome, IncomingMessage } from './queue';

// What both adapters do with a batch between taking it from the broker and telling the broker.

/** What the adapter does with a message now. */
export type Disposition =
  | { kind: 'done' }
  | { kind: 'retry'; attempt: number; delaySeconds: number }
  | { kind: 'later'; deliverAt: Date }
  | { kind: 'failed'; reason: string };

/** Runs the handler and decides what becomes of each message. Never throws: a handler that does means `retry`. */
export async function handleBatch(
  handle: BatchHandler,
  messages: IncomingMessage[],
  log: Log,
): Promise<Disposition[]> {
  const outcomes = messages.length > 0 ? await runHandler(handle, messages, log) : [];
  return messages.map((message, index) => disposition(message, outcomes[index], log));
}

async function runHandler(
  handle: BatchHandler,
  messages: IncomingMessage[],
  log: Log,
): Promise<HandlingOutcome[]> {
  try {
    return await handle(messages);
  } catch (error) {
    log.error({ err: error, messages: messages.length }, 'a batch of messages failed and is tried again');
    const reason = error instanceof Error ? error.message : String(error);
    return messages.map(() => ({ kind: 'retry', reason }));
  }
}

function disposition(
  { messageId, attempt }: IncomingMessage,
  outcome: HandlingOutcome = { kind: 'retry', reason: 'The handler gave no outcome for this message.' },
  log: Log,
): Disposition {
  if (outcome.kind === 'failed')
    log.error({ messageId, reason: outcome.reason }, 'a message failed for good');
  if (outcome.kind !== 'retry') return outcome;
  const { reason } = outcome;
  const delaySeconds = retryDelaySeconds(attempt);
  if (delaySeconds === undefined) {
    log.error({ messageId, reason, attempt }, 'a message was tried too often');
    return { kind: 'failed', reason: `Tried ${attempt + 1} times, the last time: ${reason}` };
  }
  log.warn({ messageId, reason, attempt, delaySeconds }, 'a message is tried again later');
  return { kind: 'retry', attempt: attempt + 1, delaySeconds };
}

export type ReadEvent = { event: NetdiskEvent } | { problem: string };

/** Parses what stands in a queue; `problem` says why it is not an event of ours. */
export function readEvent(body: unknown): ReadEvent {
  const parsed = netdiskEvent.safeParse(body);
  return parsed.success
    ? { event: parsed.data }
    : { problem: `Not an event: ${z.prettifyError(parsed.error)}` };
}
