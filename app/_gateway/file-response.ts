import 'server-only';
import { isShownByBrowsers } from '@/contracts/media-types';
import type { FileContent } from '@/server/drive/open-content';
import { NetdiskError } from '@/server/errors';
import type { ByteRange } from '@/server/storage/blob-store';
import { parseRange } from './byte-range';
import { contentDisposition } from './content-disposition';
import { streamWhenRead } from './stream-when-read';

interface FileResponseOptions {
  /** Save instead of show. What a browser would run is never shown, whatever is asked. */
  download: boolean;
  /** For shares 'private, no-store': what was opened must not be read again after its end. */
  cacheControl?: string;
}

/**
 * The bytes of a file, or of one range of it, streamed as the client takes them; for HEAD the headers alone. The
 * caller has checked that whoever asks may have them.
 *
 * The length goes into `X-Content-Length`: Next.js drops `Content-Length` from a route's answer, and the web
 * server around it writes this one there instead (scripts/web-server.ts).
 * @throws {NetdiskError} `range_not_satisfiable`, `precondition_failed`, and what keeps the bytes from being given.
 */
export async function fileResponse(
  request: Request,
  content: FileContent,
  options: FileResponseOptions,
): Promise<Response> {
  const etag = `"${content.sha256}"`;
  const headers = new Headers({
    ETag: etag,
    'Last-Modified': content.modifiedAt.toUTCString(),
    'Accept-Ranges': 'bytes',
    // no-cache: the address stays the same when the file gets other bytes, and after signing out; where it has the
    // same ones, asking costs a 304. no-transform: a proxy that compresses would break ranges and lengths.
    'Cache-Control': options.cacheControl ?? 'private, no-cache, no-transform',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers });
  const range = readRange(request, content, etag);
  const kind = !options.download && isShownByBrowsers(content.mimeType) ? 'inline' : 'attachment';
  headers.set('Content-Type', contentType(content.mimeType));
  headers.set('Content-Disposition', contentDisposition(kind, content.name));
  headers.set('X-Content-Length', String(range ? range.end - range.start + 1 : content.sizeBytes));
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${content.sizeBytes}`);
  if (request.method === 'HEAD') return new Response(null, { headers });
  await content.admit?.(range);
  return new Response(
    streamWhenRead(() => content.open(range)),
    { status: range ? 206 : 200, headers },
  );
}

/**
 * RFC 9110 section 13.2.2, without dates: names and places change `Last-Modified`, the hash tells bytes apart.
 * @throws {NetdiskError} `precondition_failed` where If-Match names other bytes.
 */
function isUnchanged(request: Request, etag: string): boolean {
  const ifMatch = request.headers.get('if-match');
  if (ifMatch !== null && !names(ifMatch, etag)) {
    throw new NetdiskError('precondition_failed', 'The file has other bytes by now. Read it again.');
  }
  const ifNoneMatch = request.headers.get('if-none-match');
  return ifNoneMatch !== null && names(ifNoneMatch, etag);
}

function names(header: string, etag: string): boolean {
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/** A resumed download whose bytes changed meanwhile gets the whole file (RFC 9110 section 13.1.5). */
function readRange(request: Request, content: FileContent, etag: string): ByteRange | undefined {
  if (request.method !== 'GET') return undefined;
  const ifRange = request.headers.get('if-range');
  if (ifRange !== null && ifRange.trim() !== etag) return undefined;
  return parseRange(request.headers.get('range'), content.sizeBytes);
}

/** Text without a charset is guessed at by browsers, and Chinese guessed wrong. */
function contentType(mimeType: string): string {
  return mimeType.startsWith('text/') ? `${mimeType}; charset=utf-8` : mimeType;
}
