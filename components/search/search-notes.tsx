'use client';
import { DatabaseZap, type LucideIcon, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { MOST_PENDING } from '@/contracts/search';
import type { NamesOnlyReason } from './names-only';

const ICONS = { degraded: DatabaseZap, behind: RefreshCw };

/** Says that texts were not searched, and why. */
export function NamesOnlyNote({ reason }: { reason: NamesOnlyReason }) {
  const t = useTranslations('search');
  return <Note icon={ICONS[reason]}>{t(reason, { count: MOST_PENDING })}</Note>;
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

interface NoteProps {
  icon: LucideIcon;
  className?: string;
  children: ReactNode;
}

function Note({ icon: Icon, className, children }: NoteProps) {
  return (
    <p role="status" className={cn('flex items-start gap-2 text-[13px] text-ink-soft', className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      {children}
    </p>
  );
}
