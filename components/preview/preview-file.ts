import { urlWithQuery } from '@/components/call-api';
import type { SharedEntry } from '@/contracts/shares';

/** What a preview knows of a file: entries of the drive, hits and shared entries all have it. `size` in bytes. */
export type PreviewFile = Pick<SharedEntry, 'id' | 'kind' | 'name' | 'extension' | 'mimeType' | 'size'>;

/** Where previews have their bytes from: one's own drive, or a share. */
export interface PreviewSource {
  /** The address of the bytes of a file. */
  contentPath(fileId: string): string;
  canDownload: boolean;
  /** One's own drive: nothing is withheld, and no download is counted. */
  isOwn: boolean;
  /** Told when bytes could not be had, or are about to be saved: a share may have ended. */
  onDoubt?(): void;
}

/** The address of the bytes of a file of one's own drive. */
export function ownContentPath(fileId: string): string {
  return `/api/entries/${encodeURIComponent(fileId)}/content`;
}

/** The address of the first MiB of a file as plain text (`MAX_TEXT_BYTES`). */
export function textPath(source: PreviewSource, file: PreviewFile): string {
  return urlWithQuery(source.contentPath(file.id), { as: 'text' });
}

/** What each viewer is handed. It calls one of the two once, as soon as it knows. */
export interface ViewerProps {
  file: PreviewFile;
  source: PreviewSource;
  onReady(): void;
  onFail(error: unknown): void;
}
