import { urlWithQuery } from '@/components/call-api';
import { cutLine } from '@/components/search/cut-line';
import type { Entry } from '@/contracts/entries';

type Place = Pick<Entry, 'id' | 'parentId' | 'kind'>;

/** The page of a folder; 'root' is the top. */
export function folderHref(folderId: string): string {
  return folderId === 'root' ? '/files' : `/files/${folderId}`;
}

/** The folder an entry stands in, with the entry selected. */
export function showInFolderHref({ id, parentId }: Place): string {
  return urlWithQuery(folderHref(parentId), { show: id });
}

/** The name under which an address says whose preview is open over its page. */
export const PREVIEW = 'preview';

/** Where choosing an entry leads: into a folder, or to the preview of a file over the place where it stands. */
export function openHref(entry: Place): string {
  return entry.kind === 'folder'
    ? folderHref(entry.id)
    : urlWithQuery(folderHref(entry.parentId), { show: entry.id, [PREVIEW]: entry.id });
}

/** The results page for some words. */
export function searchHref(words: string): string {
  return urlWithQuery('/search', { q: cutLine(words) });
}
