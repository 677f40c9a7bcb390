import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import path from 'node:path';
import { forward } from './forward';
import { listen } from './listen';

/** The certificate of the gate, and so its own authority. The key beside it guards nothing. */
export const TEST_CERTIFICATE = path.join(import.meta.dirname, 'test-certificate.pem');
const TEST_KEY = path.join(import.meta.dirname, 'test-key.pem');

export interface TlsGate {
  port: number;
  close(): Promise<void>;
}

/** What a secured cluster puts before a service: TLS, and 401 for who does not bring that `Authorization`. */
export async function openTlsGate(target: string, authorization: string): Promise<TlsGate> {
  const [key, cert] = await Promise.all([readFile(TEST_KEY), readFile(TEST_CERTIFICATE)]);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    if (incoming.headers.authorization !== authorization) {
      outgoing.writeHead(401, { 'Content-Type': 'application/json' }).end('{"status":401}');
      return;
    }
    forward(target, incoming, outgoing);
  });
  const port = await listen(server);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
