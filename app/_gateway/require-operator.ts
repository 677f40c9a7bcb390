import 'server-only';
import { isIPv4 } from 'node:net';
import { PEER_ADDRESS_HEADER } from '@/contracts/peer-address';
import { requireAdministrator } from '@/server/accounts/require-administrator';
import { NetdiskError } from '@/server/errors';
import type { Services } from '@/server/services';
import { authenticate } from './session';

/**
 * Lets in whoever asks from this machine (a Prometheus beside Netdisk has no account), and administrators.
 * @throws {NetdiskError} `unauthenticated` or `forbidden` for everybody else.
 */
export async function requireOperator(services: Services, request: Request): Promise<void> {
  if (isFromThisMachine(request.headers)) return;
  const actor = await authenticate(services, request);
  if (!actor)
    throw new NetdiskError('unauthenticated', 'Sign in as an administrator, or ask from this machine.');
  requireAdministrator(actor);
}

/**
 * True where both the connection and, behind a proxy, the client it speaks for are this machine's. Our server writes
 * the first itself: a client can only make up the second, which never lets anybody in alone.
 */
function isFromThisMachine(headers: Headers): boolean {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',');
  const addresses = [headers.get(PEER_ADDRESS_HEADER) ?? '', ...forwarded];
  return addresses.every((address) => isLoopback(address.trim()));
}

/** An absent address is nobody else's: only a call inside this process has none. */
function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '' || plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
