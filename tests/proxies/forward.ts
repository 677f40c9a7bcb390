import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Hands a request on as it is, and its answer back. */
export function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  // A connection for each: one that is used again may be closed just then, which failed one request in some thousands.
  const forwarded = request(new URL(url, target), { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // To the client the service is then gone, as it is.
  forwarded.on('error', () => outgoing.destroy());
  incoming.pipe(forwarded);
}
