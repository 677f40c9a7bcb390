import 'server-only';
import type { Readable } from 'node:stream';

/**
 * Opens the file when the first byte is asked for, and not before: an answer that nobody reads (HEAD, a client
 * that is gone already) leaves no file open. It is closed at the end, and when the client goes away half-way.
 */
export function streamWhenRead(open: () => Promise<Readable>): ReadableStream<Uint8Array> {
  let source: Readable | undefined;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  let cancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        source ??= await open();
        if (cancelled) {
          source.destroy();
          return;
        }
        chunks ??= source[Symbol.asyncIterator]();
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        cancelled = true;
        source?.destroy();
      },
    },
    // Not even one chunk is read ahead of the client.
    { highWaterMark: 0 },
  );
}
