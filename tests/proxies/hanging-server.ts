import { createServer, type Socket } from 'node:net';
import { listen } from './listen';

export interface HangingServer {
  url: string;
  close(): Promise<void>;
}

/** A service that takes every connection and never answers. */
export async function openHangingServer(): Promise<HangingServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket));
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
