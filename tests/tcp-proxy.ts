import { connect as connectTo, createServer, type Server, type Socket } from 'node:net';

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
  let server: Server | undefined = await listen(0);
  const port = portOf(server);

  async function listen(on: number): Promise<Server> {
    const created = createServer((client) => join(client, connectTo(target)));
    await new Promise<void>((resolve, reject) => {
      created.once('error', reject);
      created.listen(on, '127.0.0.1', resolve);
    });
    return created;
  }

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
      server ??= await listen(port);
    },
    close: shut,
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
}
