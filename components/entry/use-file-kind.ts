'use client';
import { useTranslations } from 'next-intl';
import { fileGroup } from './file-type';

/** Gives the word for an entry's kind: 'Folder', 'PDF', 'Image (PNG)'. */
export function useFileKind(): (entry: {
  kind: 'file' | 'folder';
  extension: string;
  mimeType: string;
}) => string {
  const t = useTranslations('common');
  return (entry) => {
    const group = fileGroup(entry);
    if (group === 'other' && entry.extension !== '') {
      return t('kind.extension', { extension: entry.extension.toUpperCase() });
    }
    return t(`kind.${group}`);
  };
}
