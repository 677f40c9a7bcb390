'use client';
import { useTranslations } from 'next-intl';
import { useEntry } from '@/components/entry-lists/use-entry';
import type { Entry } from '@/contracts/entries';
import type { Crumb } from './breadcrumbs';

interface FolderPath {
  /** From the root to the folder itself. */
  crumbs: Crumb[];
  /** Absent for the root, and as long as it loads. */
  folder: Entry | undefined;
  isLoading: boolean;
  error: unknown;
}

/** Where a folder stands. */
export function useFolderPath(folderId: string): FolderPath {
  const t = useTranslations('common.nav');
  const query = useEntry(folderId);
  const root = { id: 'root', name: t('files') };
  if (folderId === 'root') return { crumbs: [root], folder: undefined, isLoading: false, error: null };
  const folder = query.data;
  if (!folder) return { crumbs: [root], folder, isLoading: !query.isError, error: query.error };
  return {
    crumbs: [root, ...folder.path, { id: folder.id, name: folder.name }],
    folder,
    isLoading: false,
    error: null,
  };
}
