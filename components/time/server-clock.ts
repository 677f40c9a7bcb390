/** Bounds of (server's clock - ours), in milliseconds. */
interface OffsetBounds {
  low: number;
  high: number;
}

/**
 * What one answer tells of the server's clock. Its Date header is cut to the second (RFC 9110, 6.6.1) and was written
 * between our request and its answer. Null where there is no readable header.
 */
export function boundsOf(date: string | null, sentAt: number, receivedAt: number): OffsetBounds | null {
  const written = Date.parse(date ?? '');
  if (Number.isNaN(written)) return null;
  return { low: written - receivedAt, high: written + 1_000 - sentAt };
}

/** Both observations together, or the newer one alone where they exclude each other: then a clock was set. */
export function narrow(known: OffsetBounds | null, observed: OffsetBounds): OffsetBounds {
  if (known === null) return observed;
  const low = Math.max(known.low, observed.low);
  const high = Math.min(known.high, observed.high);
  return low <= high ? { low, high } : observed;
}

let bounds: OffsetBounds | null = null;

/** Learns the server's clock from an answer; every call of the API does. */
export function observeServerDate(date: string | null, sentAt: number): void {
  const observed = boundsOf(date, sentAt, Date.now());
  if (observed) bounds = narrow(bounds, observed);
}

/** The server's present moment in milliseconds since 1970, as well as the answers so far tell; else our own clock. */
export function serverNow(): number {
  return Date.now() + (bounds ? (bounds.low + bounds.high) / 2 : 0);
}
