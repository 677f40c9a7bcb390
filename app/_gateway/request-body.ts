import 'server-only';
import type { Log } from '@/server/log';

/** How long a client may go on sending what was refused already. */
const DRAIN_SECONDS = 30;

/** The length a request declares, in bytes; undefined for a body sent in chunks. */
export function declaredLength(request: Request): number | undefined {
  const header = request.headers.get('content-length');
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

/**
 * The body as it arrives, never buffered. Whoever stops reading half-way leaves the connection whole, so that the
 * answer can still be sent: cancelling would cut it.
 */
export function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  return request.body ? request.body.values({ preventCancel: true }) : noBytes();
}

/**
 * Reads and drops what a client still sends after its request was refused, beside the answer: most clients read
 * an answer only once they have sent all. One that goes on for too long is cut off.
 */
export function drainBody(request: Request, log: Log): void {
  const { body } = request;
  if (!body || body.locked) return;
  const reader = body.getReader();
  const stopped = (err: unknown) => log.debug({ err }, 'the rest of a refused body did not arrive');
  const timer = setTimeout(() => reader.cancel().catch(stopped), DRAIN_SECONDS * 1000);
  readAll(reader)
    .catch(stopped)
    .finally(() => clearTimeout(timer));
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let done = false; !done; ) ({ done } = await reader.read());
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
