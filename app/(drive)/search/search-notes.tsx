'use client';
import { DatabaseZap, type LucideIcon, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';

/** Says that the engine is away and the database answers in its place. */
export function DegradedNote() {
  const t = useTranslations('search');
  return (
    <Note icon={DatabaseZap} className="mb-2">
      {t('degraded')}
    </Note>
  );
}

/** Says that the answer is ahead of the index. Below the hits: it comes and goes, and must not push them about. */
export function PendingNote({ pending }: { pending: number }) {
  const t = useTranslations('search');
  return (
    <Note icon={RefreshCw} className="pt-3">
      {t('pending', { count: pending })}
    </Note>
  );
}

function Note({
  icon: Icon,
  className,
  children,
}: {
  icon: LucideIcon;
  className: string;
  children: ReactNode;
}) {
  return (
    <p role="status" className={cn('flex items-start gap-2 text-[13px] text-ink-soft', className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      {children}
    </p>
  );
}
