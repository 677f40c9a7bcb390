import { createServer } from 'node:http';
import { forward } from './forward';
import { listen } from './listen';

/** Stands before an HTTP service and counts what is asked of it. */
export interface CountingProxy {
  url: string;
  /** Method and path of each request since the last call. */
  takeRequests(): string[];
  close(): Promise<void>;
}

export async function openCountingProxy(target: string): Promise<CountingProxy> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${new URL(incoming.url ?? '/', target).pathname}`);
    forward(target, incoming, outgoing);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    takeRequests: () => requests.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
