'use client';
import { Ban, CircleCheck, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import type { ShareState } from '@/components/share/share-state';

const LOOK = {
  active: { icon: CircleCheck, classes: 'bg-success-soft text-success-text' },
  expired: { icon: Hourglass, classes: 'bg-warning-soft text-warning-text' },
  cancelled: { icon: Ban, classes: 'bg-press text-ink-soft' },
} as const;

/** Whether a share works, in a word, a picture and a colour. */
export function ShareStatusBadge({ state }: { state: ShareState }) {
  const t = useTranslations('shares.mine.status');
  const { icon: Icon, classes } = LOOK[state];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full py-1 pr-2.5 pl-2 font-medium text-xs',
        classes,
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {t(state)}
    </span>
  );
}
