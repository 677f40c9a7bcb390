'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { announce } from '@/components/announce';
import { queryKeys } from '@/components/query-keys';
import type { UploadTotals } from './upload-items';
import { uploads, useUploads } from './uploads';

/** Lists show what was stored this soon after, however many files arrive meanwhile. */
const REFRESH_MS = 300;

/** What uploads cause outside of their tray: fresh lists, a warning before the window closes, words at the end. */
export function useUploadEffects(totals: UploadTotals): void {
  const t = useTranslations('files.upload');
  const client = useQueryClient();
  const storedIn = useUploads((state) => state.storedIn);

  useEffect(() => {
    if (storedIn.length === 0) return;
    const timer = window.setTimeout(() => {
      uploads.store.setState({ storedIn: [] });
      for (const parentId of storedIn)
        void client.invalidateQueries({ queryKey: queryKeys.folder(parentId) });
      void client.invalidateQueries({ queryKey: queryKeys.me });
    }, REFRESH_MS);
    return () => window.clearTimeout(timer);
  }, [client, storedIn]);

  const isActive = totals.active > 0;
  useEffect(() => {
    if (!isActive) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isActive]);

  const wasActive = useRef(false);
  const text =
    totals.failed > 0 ? t('failed', { count: totals.failed }) : t('finished', { count: totals.done });
  useEffect(() => {
    if (wasActive.current && !isActive && totals.count > 0) announce(text);
    wasActive.current = isActive;
  }, [isActive, text, totals.count]);
}
