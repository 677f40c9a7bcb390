import { createServer } from 'node:net';

/** A free port of 127.0.0.1: the wanted one, or any for 0. Undefined when the wanted one is taken. */
export function findFreePort(wanted = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(port));
    });
  });
}
