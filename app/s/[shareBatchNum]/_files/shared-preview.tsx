'use client';
import { useCallback, useEffect, useMemo } from 'react';
import { FilePreview } from '@/components/preview/file-preview';
import { usePreviewAddress } from '@/components/preview/preview-address';
import type { PreviewSource } from '@/components/preview/preview-file';
import type { OpenShare, SharedEntry } from '@/contracts/shares';
import { checkShare, sharedContentPath } from '../open-visit';

interface SharedPreviewProps {
  share: OpenShare;
  /** The list that is shown below; its files are gone through. */
  entries: SharedEntry[];
  hasMore: boolean;
  onNearEnd(): void;
  recheck(): void;
}

/** Draws the preview that the address asks for (`?preview=`), of a file of the share. It closes with the share. */
export function SharedPreview({ share, entries, hasMore, onNearEnd, recheck }: SharedPreviewProps) {
  const { fileId, show, close } = usePreviewAddress();
  const onDoubt = useCallback(() => checkShare(share, recheck), [share, recheck]);
  const source = useMemo<PreviewSource>(
    () => ({
      contentPath: (id) => sharedContentPath(share.shareBatchNum, id),
      canDownload: share.allowDownload && !share.downloadsUsedUp,
      isOwn: false,
      onDoubt,
    }),
    [share, onDoubt],
  );
  const files = entries.filter(({ kind }) => kind === 'file');
  const file = files.find(({ id }) => id === fileId);
  const isMissing = fileId !== null && !file;
  // After a reload the list begins anew, and the file may stand on a later page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each page that came
  useEffect(() => {
    if (!isMissing) return;
    if (hasMore) onNearEnd();
    else close();
  }, [isMissing, entries.length]);
  if (!file) return null;
  return (
    <FilePreview
      file={file}
      files={files}
      source={source}
      onShow={show}
      onClose={close}
      onNearEnd={onNearEnd}
      finalFocus={() => document.querySelector<HTMLElement>(`[data-shared="${CSS.escape(file.id)}"]`)}
    />
  );
}
