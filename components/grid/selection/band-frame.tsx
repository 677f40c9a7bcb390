import type { Band } from './rows-in-band';

/** The rectangle that is being drawn. */
export function BandFrame({ band }: { band: Band | null }) {
  if (!band) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute z-10 rounded-sm border border-accent-line bg-accent/12"
      style={{
        left: band.left,
        top: band.top,
        width: band.right - band.left,
        height: band.bottom - band.top,
      }}
    />
  );
}
