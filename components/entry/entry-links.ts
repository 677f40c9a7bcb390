import { urlWithQuery } from '@/components/call-api';
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

/** Where choosing an entry leads inside the app: into a folder, or to where a file stands. */
export function placeHref(entry: Place): string {
  return entry.kind === 'folder' ? folderHref(entry.id) : showInFolderHref(entry);
}

/** The results page for some words. */
export function searchHref(words: string): string {
  return urlWithQuery('/search', { q: words });
}
