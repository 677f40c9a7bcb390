import 'server-only';
import type { Archive } from '@/server/drive/archive/archive-of';
import { contentDisposition } from './content-disposition';
import { streamWhenRead } from './stream-when-read';

/**
 * A zip archive to be saved, streamed as the client takes it; for HEAD the headers alone, which count for nothing.
 * What breaks while it is sent cuts the connection.
 * @throws {NetdiskError} what keeps the archive from being given.
 */
export async function archiveResponse(request: Request, archive: Archive): Promise<Response> {
  const headers = {
    'Content-Type': 'application/zip',
    'Content-Disposition': contentDisposition('attachment', archive.name),
    // Why not Content-Length: see file-response.ts.
    'X-Content-Length': String(archive.sizeBytes),
    'Cache-Control': 'private, no-store, no-transform',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  await archive.admit?.();
  return new Response(streamWhenRead(archive.open), { headers });
}
