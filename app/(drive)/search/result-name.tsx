'use client';
import Link from 'next/link';
import { folderHref } from '@/components/entry/entry-links';
import { HighlightedName } from '@/components/entry/highlighted-name';
import { PreviewLink } from '@/components/preview/preview-link';
import type { SearchHit } from '@/contracts/search';

/** The name as the link of its whole line: into a folder, or to the preview of a file. */
export function ResultName({ hit, tabIndex }: { hit: SearchHit; tabIndex: 0 | -1 }) {
  const link = {
    'data-hit': hit.id,
    tabIndex,
    className:
      // Two lines on phones: cut after one, a long name ended before what is marked in it.
      'line-clamp-2 font-medium leading-6 [overflow-wrap:anywhere] after:absolute after:inset-0 after:content-[""] hover:underline md:line-clamp-1 md:[word-break:break-all]',
    title: hit.name,
  };
  const name = <HighlightedName segments={hit.highlight.name} />;
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
