import 'server-only';
import { invalidInput } from '@/server/errors';
import type { Log } from '@/server/log';

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
 * The whole body as text. Of one that is longer than allowed no more is held, and nothing is read where it says so.
 * @throws {NetdiskError} `invalid_input` on `body`.
 */
export async function readText(request: Request, { maxBytes }: { maxBytes: number }): Promise<string> {
  const chunks: Uint8Array[] = [];
  requireLength(declaredLength(request) ?? 0, maxBytes);
  let size = 0;
  for await (const chunk of bodyOf(request)) {
    size += chunk.byteLength;
    requireLength(size, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function requireLength(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) throw invalidInput('body', `The body is larger than ${maxBytes / 1024} KiB.`);
}

/**
 * Reads and drops what a client still sends of a body that was refused half-way, beside the answer: most clients
 * read an answer only once they have sent all. The web server cuts those that go on for too long.
 */
export function drainBody(request: Request, log: Log): void {
  if (!request.body || request.body.locked) return;
  readAll(request.body).catch((err) => log.debug({ err }, 'the rest of a refused body did not arrive'));
}

async function readAll(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  for (let done = false; !done; ) ({ done } = await reader.read());
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
