/** The first character of a name on a disc. Decorative: the name is said beside it. */
export function Avatar({ name, className = 'size-8 text-[13px]' }: { name: string; className?: string }) {
  const first = [...name.trim()][0]?.toLocaleUpperCase() ?? '·';
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full bg-accent font-semibold text-on-accent ${className}`}
    >
      {first}
    </span>
  );
}
