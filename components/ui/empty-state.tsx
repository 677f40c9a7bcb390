import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What to do now. */
  text?: ReactNode;
  /** One action, two at most. */
  actions?: ReactNode;
  tone?: 'calm' | 'error';
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
  className?: string;
}

/** What stands where nothing is: an empty folder, no hits, an error with its way out. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  actions,
  tone = 'calm',
  heading: Heading = 'h2',
  className,
}: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center justify-center px-6 py-16 text-center', className)}>
      <span
        className={cn(
          'mb-4 flex size-16 items-center justify-center rounded-full',
          tone === 'error' ? 'bg-danger-soft text-danger-text' : 'bg-accent-soft text-accent-text',
        )}
      >
        <Icon aria-hidden className="size-7" strokeWidth={1.5} />
      </span>
      <Heading className="font-semibold text-base text-ink">{title}</Heading>
      {text && <p className="mt-1.5 max-w-[46ch] text-balance text-ink-soft text-sm">{text}</p>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
