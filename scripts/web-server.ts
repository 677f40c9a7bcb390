import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import next from 'next';
import { z } from 'zod';
import { PEER_ADDRESS_HEADER } from '../contracts/peer-address';

// Our own server around Next.js, started by the supervisor. `next start` ends every request after five minutes,
// and drops the Content-Length of downloads.

const address = z.object({ HOST: z.string(), PORT: z.coerce.number() });

/**
 * Every string is a query, and stands in the address: 20,000 words, or 25,000 Chinese characters of nine bytes each,
 * are not Node's 16 KiB. A connection can hold so much for no longer than its headers may take.
 */
const MAX_HEADER_BYTES = 256 * 1024;
/** Longer than the usual minute of a proxy in front: it must never reuse a connection that is just being closed. */
const KEEP_ALIVE_MS = 65_000;
/** A connection on which nothing moves for so long is dead: without this, broken uploads would be held for ever. */
const SILENCE_MS = 300_000;
/** How long a client may go on sending what was answered already: most read an answer only once they sent all. */
const REFUSED_BODY_MS = 30_000;

async function serve(): Promise<void> {
  const { HOST: hostname, PORT: port } = address.parse(process.env);
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES });
  // An upload may take as long as it takes. Headers may not (Node's own 60 s).
  server.requestTimeout = 0;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.setTimeout(SILENCE_MS);

  const app = next({ dev: process.env.NODE_ENV !== 'production', hostname, port, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const drain = watchConnections(server);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    restoreContentLength(response);
    sendHeadersWithBody(response);
    cutRefusedBody(request, response);
    request.headers[PEER_ADDRESS_HEADER] = request.socket.remoteAddress;
    handle(request, response).catch((error) => response.destroy(error));
  });
  process.once('SIGTERM', () => drain(() => process.exit(0)));
  server.listen(port, hostname, () => process.send?.('listening'));
}

/**
 * Next.js 16.4 removes Content-Length from what a route handler answers, so that a download shows no progress and
 * a cut one looks complete. A route says it as X-Content-Length instead, for 200, 206 and HEAD.
 */
function restoreContentLength(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  const appendHeader = response.appendHeader.bind(response);
  const trueName = (name: string) => (name.toLowerCase() === 'x-content-length' ? 'Content-Length' : name);
  response.setHeader = (name, value) => setHeader(trueName(name), value);
  response.appendHeader = (name, value) => appendHeader(trueName(name), value);
}

/**
 * Next.js has the headers sent right before the first bytes of the body: a second system call and packet for each
 * answer, a tenth of the time of small ones in a profile. Node sends them with those bytes by itself.
 */
function sendHeadersWithBody(response: ServerResponse): void {
  response.flushHeaders = () => undefined;
}

/** Node drains a body that nobody reads for as long as it is sent; 50 GiB that were refused are not taken in. */
function cutRefusedBody(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, REFUSED_BODY_MS).unref();
  });
}

/**
 * Watches what is open. The function it answers takes no new connection, lets requests under way finish, cuts
 * the rest, and calls back when nothing is open. Node's own `close` waits for connections that were never used.
 */
function watchConnections(server: Server): (done: () => void) => void {
  const idle = new Set<Socket>();
  const active = new Set<ServerResponse>();
  let draining = false;
  server.on('connection', (socket: Socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket);
    active.add(response);
    response.once('close', () => {
      active.delete(response);
      if (draining) socket.end();
      else if (!socket.destroyed) idle.add(socket);
    });
  });
  return (done) => {
    draining = true;
    server.close(done);
    for (const socket of idle) socket.destroy();
    for (const response of active) if (isEventStream(response)) response.destroy();
  };
}

/** It never ends by itself; the browser connects again when Netdisk is back. */
function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

await serve();
