'use client';
import { cn } from '@/components/class-names';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { HighlightedText } from '@/components/entry/highlighted-text';
import { StarMark } from '@/components/entry/star-mark';
import { useFileKind } from '@/components/entry/use-file-kind';
import { ownContentPath } from '@/components/preview/preview-file';
import { SmallPicture } from '@/components/preview/small-picture';
import { MatchNote } from '@/components/search/match-note';
import type { SearchHit } from '@/contracts/search';
import { ResultActions } from './result-actions';
import { ResultName } from './result-name';
import { ResultPath } from './result-path';
import { StarButton } from './star-button';

/** The columns of lines and heads on wide screens. */
export const columnClasses = 'md:grid-cols-[minmax(0,1fr)_88px_112px_76px] md:items-center md:gap-x-4';

interface ResultLineProps {
  hit: SearchHit;
  /** 0 on the one line that Tab stops at. */
  tabIndex: 0 | -1;
  onShare(): void;
  onRename(): void;
  onTrash(): void;
}

/** One hit: its kind, its name with what matched marked, where it stands, size, date and what can be done. */
export function ResultLine({ hit, tabIndex, ...actions }: ResultLineProps) {
  const fileKind = useFileKind();
  return (
    <li
      data-line={hit.id}
      className={cn(
        columnClasses,
        'relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 py-1.5 transition-colors focus-within:bg-hover/60 hover:bg-hover/60',
      )}
    >
      <div className="flex min-w-0 items-center gap-3">
        <SmallPicture entry={hit} contentPath={ownContentPath(hit.id)} />
        <div className="min-w-0 flex-1">
          <p className="flex min-w-0 items-baseline gap-x-2 max-md:flex-wrap">
            <ResultName hit={hit} tabIndex={tabIndex} />
            <span className="contents md:hidden">
              <StarMark starred={hit.starred} />
            </span>
            <MatchNote matchedBy={hit.matchedBy} />
          </p>
          <ResultPath path={hit.path} tabIndex={tabIndex} />
          {hit.highlight.content?.map((snippet) => (
            <p
              key={snippet.map(({ text }) => text).join('')}
              className="mt-0.5 line-clamp-2 text-[13px] text-ink-soft leading-5"
            >
              <HighlightedText segments={snippet} />
            </p>
          ))}
          <p className="flex gap-x-3 text-[13px] text-ink-faint md:hidden">
            {hit.kind === 'file' && <ByteSize bytes={hit.size} />}
            <DateTime iso={hit.updatedAt} />
          </p>
          <span className="sr-only">{fileKind(hit)}</span>
        </div>
      </div>
      <span className="hidden text-right text-[13px] text-ink-soft md:block">
        {hit.kind === 'file' && <ByteSize bytes={hit.size} />}
      </span>
      <span className="hidden text-right text-[13px] text-ink-soft md:block">
        <DateTime iso={hit.updatedAt} />
      </span>
      <div className="relative col-start-2 row-start-1 flex self-center justify-self-end md:col-start-4">
        <StarButton hit={hit} tabIndex={tabIndex} />
        <ResultActions hit={hit} tabIndex={tabIndex} {...actions} />
      </div>
    </li>
  );
}
