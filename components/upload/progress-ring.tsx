const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that closes with the share done (0 to 1). Decorative: the same is said in words beside it. */
export function ProgressRing({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="-rotate-90 size-5 shrink-0">
      <circle cx="10" cy="10" r={RADIUS} fill="none" strokeWidth="2.5" className="stroke-press" />
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - Math.min(1, share))}
        className="stroke-accent-line transition-[stroke-dashoffset] ease-linear"
      />
    </svg>
  );
}
