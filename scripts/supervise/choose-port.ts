import { createServer } from 'node:net';

const DEFAULT_PORT = 3000;
const LAST_PORT = 3999;
const GRACE_MS = 3_000;
const RETRY_MS = 100;

/**
 * The port to serve on: PORT when set, else the first free one from 3000 up.
 * @throws {Error} when PORT is taken, or HOST is no address of this machine.
 */
export async function choosePort(host: string, wanted: string | undefined): Promise<number> {
  if (wanted) {
    // The web server of a start that was just killed lets go of the port within moments.
    const deadline = Date.now() + GRACE_MS;
    while (!(await isFree(host, Number(wanted)))) {
      if (Date.now() > deadline) {
        throw new Error(
          `PORT ${wanted} on ${host} is taken by another program. Stop that one, or choose another PORT (unset: the next free one).`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    return Number(wanted);
  }
  for (let port = DEFAULT_PORT; port <= LAST_PORT; port += 1) if (await isFree(host, port)) return port;
  throw new Error(`No port from ${DEFAULT_PORT} to ${LAST_PORT} is free on ${host}. Set PORT.`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new Error(`Cannot serve on ${host}:${port} (${error.code}). Check HOST and PORT.`));
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
