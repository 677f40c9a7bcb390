'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { OpenShare } from '@/contracts/shares';
import { ShareHead } from './share-head';
import { SharedFolder } from './shared-folder';

interface SharedFilesProps {
  share: OpenShare;
  /** Asks whether the share is still open. */
  recheck(): void;
}

/** An open share: who shared, until when, and the files. The folder that is open stands in the address. */
export function SharedFiles({ share, recheck }: SharedFilesProps) {
  const folderId = useSearchParams().get('folder');
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus, the code form for one, has gone: reading goes on at the top of what came.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="mt-2 flex min-h-[340px] flex-col rounded-sheet border border-line bg-surface sm:mt-4">
      <ShareHead share={share} heading={heading} />
      <SharedFolder key={folderId} share={share} folderId={folderId} recheck={recheck} />
    </div>
  );
}
