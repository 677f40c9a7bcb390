import { urlWithQuery } from '@/components/call-api';
import type { Entry } from '@/contracts/entries';
import { isShownByBrowsers } from '@/contracts/media-types';

function contentPath(entry: Entry): string {
  return `/api/entries/${encodeURIComponent(entry.id)}/content`;
}

/** Shows a file in a tab of its own when browsers can show its kind, and downloads it otherwise. */
export function viewFile(entry: Entry): void {
  if (!isShownByBrowsers(entry.mimeType)) {
    downloadFiles([entry]);
    return;
  }
  window.open(contentPath(entry), '_blank', 'noopener');
}

/** Downloads files, each under its own name. Browsers ask once before they take several. */
export function downloadFiles(entries: Entry[]): void {
  for (const entry of entries) {
    const link = document.createElement('a');
    link.href = urlWithQuery(contentPath(entry), { download: 1 });
    link.download = entry.name;
    document.body.append(link);
    link.click();
    link.remove();
  }
}
