import type { BatchResult } from '@/contracts/entries';
import type { Actor } from '@/server/accounts/actor';
import type { Transaction } from '@/server/database/client';
import { type NetdiskError, notFound } from '@/server/errors';
import { findOwnedEntries, type OwnedEntry } from '../owned-entry';
import { presentEntries } from '../to-entry';
import type { EntryRow } from './entry-row';

/** How one entry of many fared: done (with the row to show, unless it is gone), or refused. */
type Outcome = { row?: EntryRow } | { error: NetdiskError };

/** The outcome of each entry by its id. The transaction holds what succeeded, whatever the others did. */
export type Outcomes = Map<string, Outcome>;

/** This person's entries among the ids; the others are answered from the start. */
export async function loadBatch(
  tx: Transaction,
  actor: Actor,
  ids: string[],
): Promise<{ entries: OwnedEntry[]; outcomes: Outcomes }> {
  const found = await findOwnedEntries(tx, actor, [...new Set(ids)]);
  const missing = ids.filter((id) => !found.has(id));
  return {
    entries: [...found.values()],
    outcomes: new Map(missing.map((id) => [id, { error: notFound('file or folder') }])),
  };
}

/** One answer per id given, in the order given. */
export async function toBatchResult(
  tx: Transaction,
  actor: Actor,
  ids: string[],
  outcomes: Outcomes,
): Promise<BatchResult> {
  const rows = [...outcomes.values()].flatMap((outcome) => ('row' in outcome && outcome.row) || []);
  const shown = await presentEntries(tx, actor, rows);
  const entries = new Map(rows.map((row, index) => [row, shown[index]]));
  return {
    items: ids.map((id) => {
      const outcome = outcomes.get(id);
      if (!outcome) throw new Error('An operation on many entries left one without an answer.');
      if ('error' in outcome) {
        return { id, ok: false, error: { code: outcome.error.code, detail: outcome.error.message } };
      }
      return { id, ok: true, entry: outcome.row && entries.get(outcome.row) };
    }),
  };
}
