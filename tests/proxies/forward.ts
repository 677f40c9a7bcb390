import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Hands a request on as it is, and its answer back. */
export function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const forwarded = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // To the client the service is then gone, as it is.
  forwarded.on('error', () => outgoing.destroy());
  incoming.pipe(forwarded);
}
