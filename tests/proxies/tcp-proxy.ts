import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import { listen } from './listen';

/** A door between Netdisk and a real service, that a test can shut: to its clients the service is then down. */
export interface TcpProxy {
  port: number;
  /** Cuts every connection and refuses new ones. */
  shut(): Promise<void>;
  /** Listens again on the same port. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const makeServer = () => createServer((client) => join(client, connectTo(target)));
  let server: Server | undefined = makeServer();
  const port = await listen(server);

  function join(client: Socket, upstream: Socket): void {
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      // A reset on one side ends the other; the test watches what Netdisk makes of it.
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
  }

  async function shut(): Promise<void> {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  }

  return {
    port,
    shut,
    async reopen() {
      if (server) return;
      const reopened = makeServer();
      await listen(reopened, port);
      server = reopened;
    },
    close: shut,
  };
}
