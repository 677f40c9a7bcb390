'use client';
import { useTranslations } from 'next-intl';
import type { Share } from '@/contracts/shares';

/** What a share is called: its only entry, or the first and how many more. */
export function useShareName(): (share: Pick<Share, 'entries' | 'entryCount'>) => string {
  const t = useTranslations('shares.mine');
  return ({ entries: [first], entryCount }) => {
    if (!first) return t('nothingLeft');
    return t('andMore', { name: first.name, total: entryCount });
  };
}
