'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** Names the window after what it shows, once that is known. */
export function usePageTitle(title: string | undefined): void {
  const t = useTranslations('common');
  const product = t('productName');
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${product}`;
  }, [title, product]);
}
