'use client';
import Link from 'next/link';
import { urlWithQuery } from '@/components/call-api';
import { placeHref } from '@/components/entry/entry-links';
import { HighlightedText } from '@/components/entry/highlighted-text';
import { isShownByBrowsers } from '@/contracts/media-types';
import type { SearchHit } from '@/contracts/search';

/** The name as the link of its whole line: into a folder; a file is shown in a tab of its own, or downloaded. */
export function ResultName({ hit, tabIndex }: { hit: SearchHit; tabIndex: 0 | -1 }) {
  const link = {
    'data-hit': hit.id,
    tabIndex,
    className:
      'truncate font-medium leading-6 after:absolute after:inset-0 after:content-[""] hover:underline',
    title: hit.name,
  };
  const name = <HighlightedText segments={hit.highlight.name} />;
  if (hit.kind === 'folder') {
    return (
      <Link href={placeHref(hit)} {...link}>
        {name}
      </Link>
    );
  }
  const content = `/api/entries/${encodeURIComponent(hit.id)}/content`;
  return isShownByBrowsers(hit.mimeType) ? (
    <a href={content} target="_blank" rel="noopener" {...link}>
      {name}
    </a>
  ) : (
    <a href={urlWithQuery(content, { download: 1 })} download={hit.name} {...link}>
      {name}
    </a>
  );
}
