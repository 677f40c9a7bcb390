import { urlWithQuery } from '@/components/call-api';
import type { Entry } from '@/contracts/entries';

function contentPath(entry: Entry): string {
  return `/api/entries/${encodeURIComponent(entry.id)}/content`;
}

/** Downloads a file under its own name; a folder, or several entries, as one archive. */
export function downloadEntries(entries: Entry[]): void {
  const [first] = entries;
  if (!first) return;
  const path =
    entries.length === 1 && first.kind === 'file'
      ? urlWithQuery(contentPath(first), { download: 1 })
      : urlWithQuery('/api/entries/zip', { ids: entries.map(({ id }) => id).join(',') });
  const link = document.createElement('a');
  link.href = path;
  // The server says the name. With this attribute a refusal is a failed download, not a page in place of this one.
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
