import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import path from 'node:path';

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
    const { method, headers, url = '' } = incoming;
    const forwarded = request(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate listens on no port.');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
