'use client';
import { useTranslations } from 'next-intl';
import type { Share } from '@/contracts/shares';

/** The sentence one sends to somebody: link and code together. */
export function useShareText(): (share: Pick<Share, 'url' | 'extractionCode'>) => string {
  const t = useTranslations('shares.created');
  return ({ url, extractionCode: code }) =>
    code === null ? t('sentenceWithoutCode', { url }) : t('sentence', { url, code });
}
