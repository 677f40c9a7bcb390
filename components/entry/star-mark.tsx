'use client';
import { Star } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The star behind the name of a starred entry, said aloud too; nothing for others. */
export function StarMark({ starred }: { starred: boolean }) {
  const t = useTranslations('common');
  if (!starred) return null;
  return (
    <span className="shrink-0">
      <Star aria-hidden className="size-3.5 fill-current text-warning-text" />
      <span className="sr-only">{t('starred')}</span>
    </span>
  );
}
