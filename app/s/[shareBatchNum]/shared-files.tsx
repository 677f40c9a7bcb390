'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { SearchAsYouType } from '@/components/search/search-as-you-type';
import type { OpenShare } from '@/contracts/shares';
import { SharedFolder } from './_files/shared-folder';
import { SharedResults } from './_search/shared-results';
import { ReportButton } from './report-button';
import { ShareHead } from './share-head';

/** What is searched for stands in the address; what was typed on the way there is no step back. */
function searchFor(words: string): void {
  const query = Object.fromEntries(new URLSearchParams(window.location.search));
  const address = urlWithQuery(window.location.pathname, { ...query, q: words || undefined });
  window.history.replaceState(null, '', address);
}

interface SharedFilesProps {
  share: OpenShare;
  isSignedIn: boolean;
  /** Asks whether the share is still open. */
  recheck(): void;
}

/** An open share: who shared, until when, and the files. The folder that is open stands in the address. */
export function SharedFiles({ share, isSignedIn, recheck }: SharedFilesProps) {
  const t = useTranslations('shares.visit.search');
  const address = useSearchParams();
  const folderId = address.get('folder');
  const words = address.get('q') ?? '';
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus, the code form for one, has gone: reading goes on at the top of what came.
  useEffect(() => heading.current?.focus(), []);
  const visit = { share, isSignedIn, recheck };
  return (
    <div className="mt-2 flex min-h-[340px] flex-col rounded-sheet border border-line bg-surface sm:mt-4">
      <ShareHead share={share} heading={heading} />
      <div className="flex px-4 pt-3 sm:px-6">
        <SearchAsYouType label={t('label')} clearLabel={t('clear')} words={words} onSearch={searchFor} />
      </div>
      {words === '' ? (
        <SharedFolder key={folderId} {...visit} folderId={folderId} />
      ) : (
        <SharedResults {...visit} words={words} />
      )}
      <ReportButton shareBatchNum={share.shareBatchNum} />
    </div>
  );
}
