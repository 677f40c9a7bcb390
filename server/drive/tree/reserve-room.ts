import { quotaExceeded } from './quota';

/** Bytes of each account that are on their way to this process, and counted nowhere else yet. */
const underWay = new Map<string, bigint>();

/** What one upload takes of the room of its account until it is stored or refused. */
export interface ReservedRoom {
  /** @throws {NetdiskError} `quota_exceeded` where that is more than the uploads beside it leave. */
  take(bytes: number): void;
  release(): void;
}

/**
 * Counts uploads together while they come in: many at once, of which each fits by itself, would fill the disk far beyond
 * the quota before all but the first are refused.
 * @param roomBytes what the upload could take if it was the only one.
 */
export function reserveRoom(accountId: string, roomBytes: bigint): ReservedRoom {
  let taken = 0n;
  return {
    take(bytes) {
      const others = (underWay.get(accountId) ?? 0n) - taken;
      const wanted = taken + BigInt(bytes);
      // By itself it is measured where it is stored, which says how much was too much.
      if (others > 0n && others + wanted > roomBytes) throw quotaExceeded(wanted, roomBytes - others);
      taken = wanted;
      underWay.set(accountId, others + taken);
    },
    release() {
      const left = (underWay.get(accountId) ?? 0n) - taken;
      if (left > 0n) underWay.set(accountId, left);
      else underWay.delete(accountId);
    },
  };
}

/** The same bytes, each taken as it comes: for an upload that does not say how long it will be. */
export async function* countedBy(
  reserved: ReservedRoom,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    reserved.take(chunk.byteLength);
    yield chunk;
  }
}
