'use client';
import { useEffect } from 'react';
import { useEntry } from '@/components/entry-lists/use-entry';
import type { Entry } from '@/contracts/entries';
import { FilePreview } from './file-preview';
import { usePreviewAddress } from './preview-address';
import { ownContentPath, type PreviewSource } from './preview-file';

interface DrivePreviewProps {
  /** The list that is shown below; its files are gone through. */
  entries: Entry[];
  onNearEnd?(): void;
  /** Where focus goes when the preview of this file is closed. */
  finalFocus(fileId: string): HTMLElement | null;
}

const SOURCE: PreviewSource = {
  contentPath: ownContentPath,
  canDownload: true,
  isOwn: true,
};

/** Draws the preview that the address asks for (`?preview=`), of a file of one's own drive. */
export function DrivePreview({ entries, onNearEnd, finalFocus }: DrivePreviewProps) {
  const { fileId, show, close } = usePreviewAddress();
  const listed = entries.find(({ id }) => id === fileId);
  // After a reload, or by a link, the list may not hold it (yet).
  const asked = useEntry(listed ? null : fileId);
  const file = listed ?? asked.data;
  const isNothing =
    asked.isError || (file !== undefined && (file.kind !== 'file' || file.trashedAt !== null));
  useEffect(() => {
    if (fileId !== null && isNothing) close();
  });
  if (fileId === null || !file || isNothing) return null;
  return (
    <FilePreview
      file={file}
      files={entries.filter(({ kind }) => kind === 'file')}
      source={SOURCE}
      onShow={show}
      onClose={close}
      {...(onNearEnd ? { onNearEnd } : {})}
      finalFocus={() => finalFocus(fileId)}
    />
  );
}
