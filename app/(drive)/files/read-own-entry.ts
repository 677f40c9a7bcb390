import { cache } from 'react';
import { services } from '@/app/_gateway/services';
import { currentActor } from '@/app/_gateway/session';
import type { Entry } from '@/contracts/entries';
import { readEntry } from '@/server/drive/read-entry';
import { NetdiskError } from '@/server/errors';

/** An entry of whoever is signed in, read once per request; null when there is none of that id for them. */
export const readOwnEntry = cache(async (id: string): Promise<Entry | null> => {
  const actor = await currentActor();
  if (!actor) return null;
  try {
    return await readEntry(services().db, actor, id);
  } catch (error) {
    if (error instanceof NetdiskError && error.code === 'not_found') return null;
    throw error;
  }
});
