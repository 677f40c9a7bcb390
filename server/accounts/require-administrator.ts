import { NetdiskError } from '@/server/errors';
import type { Actor } from './actor';

/** @throws {NetdiskError} `forbidden` for whoever is no administrator. */
export function requireAdministrator(actor: Actor): void {
  if (actor.role !== 'administrator') {
    throw new NetdiskError('forbidden', 'Only administrators may see this.');
  }
}
