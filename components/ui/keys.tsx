import { cn } from '@/components/class-names';

/** A key combination such as 'Shift+N', one cap per key. */
export function Keys({ keys, tone = 'normal' }: { keys: string; tone?: 'normal' | 'onDark' }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split('+').map((key) => (
        <kbd
          key={key}
          className={cn(
            'inline-flex h-5 min-w-5 items-center justify-center rounded border px-1 font-sans text-[11px] leading-none',
            tone === 'normal' ? 'border-line bg-sunken text-ink-soft' : 'border-white/25 text-on-toast',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
