/** The mark of the product: a stack of two layers. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M7.5 19.2 16 23.6l8.5-4.4"
        fill="none"
        stroke="#fff"
        strokeOpacity=".62"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M16 8.4 24.5 12.9 16 17.4 7.5 12.9Z"
        fill="#fff"
        stroke="#fff"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
