import type { Message } from 'amqplib';
import { z } from 'zod';
import { readEvent } from '../handle-batch';
import type { IncomingMessage } from '../queue';

/** A message of the broker as we understand it, or why we do not. */
export type ReadMessage =
  | { message: IncomingMessage; deliverAt: number }
  | { problem: string; messageId: string; attempt: number; content: Buffer };

const headers = z.object({
  attempt: z.int().min(0).catch(0),
  deliverAt: z.number().catch(0),
});

/** Parses body and headers. Anybody may publish into a broker: nothing is taken for granted. */
export function readMessage({ content, properties }: Message): ReadMessage {
  const messageId = typeof properties.messageId === 'string' ? properties.messageId : '';
  const { attempt, deliverAt } = headers.parse(properties.headers ?? {});
  const body = readBody(content);
  const read = 'problem' in body ? body : readEvent(body.json);
  return 'problem' in read
    ? { problem: read.problem, messageId, attempt, content }
    : { message: { messageId, event: read.event, attempt }, deliverAt };
}

/** The body as JSON. */
export function readBody(content: Buffer): { json: unknown } | { problem: string } {
  try {
    return { json: JSON.parse(content.toString('utf8')) };
  } catch (error) {
    return { problem: `Not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
