'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { announce } from '@/components/announce';
import { refreshSoon } from '@/components/entry-lists/refresh-soon';
import { queryKeys } from '@/components/query-keys';
import type { UploadTotals } from './upload-items';
import { uploads, useUploads } from './uploads';

/** What uploads cause outside of their tray: fresh lists, a warning before the window closes, words at the end. */
export function useUploadEffects(totals: UploadTotals): void {
  const t = useTranslations('files.upload');
  const client = useQueryClient();
  const storedIn = useUploads((state) => state.storedIn);

  useEffect(() => {
    if (storedIn.length === 0) return;
    uploads.store.setState({ storedIn: [] });
    refreshSoon(client, [...storedIn.map((id) => queryKeys.folder(id)), queryKeys.me]);
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
