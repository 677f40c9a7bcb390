'use client';
import { DatabaseZap, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A quiet line about how the answer came about: without the engine, or ahead of its index. */
export function SearchNotes({ degraded, pending }: { degraded: boolean; pending: number }) {
  const t = useTranslations('search');
  if (!degraded && pending === 0) return null;
  const Icon = degraded ? DatabaseZap : RefreshCw;
  return (
    <p role="status" className="mb-2 flex items-start gap-2 text-[13px] text-ink-soft">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      {degraded ? t('degraded') : t('pending', { count: pending })}
    </p>
  );
}
