'use client';
import Link from 'next/link';
import { folderHref } from '@/components/entry/entry-links';
import { HighlightedText } from '@/components/entry/highlighted-text';
import { PreviewLink } from '@/components/preview/preview-link';
import type { SearchHit } from '@/contracts/search';

/** The name as the link of its whole line: into a folder, or to the preview of a file. */
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
      <Link href={folderHref(hit.id)} {...link}>
        {name}
      </Link>
    );
  }
  return (
    <PreviewLink fileId={hit.id} {...link}>
      {name}
    </PreviewLink>
  );
}
