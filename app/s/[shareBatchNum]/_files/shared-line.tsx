'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { cn } from '@/components/class-names';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { FileIcon } from '@/components/entry/file-icon';
import { useFileKind } from '@/components/entry/use-file-kind';
import { Checkbox } from '@/components/ui/checkbox';
import type { OpenShare, SharedEntry } from '@/contracts/shares';
import { checkShare, shareApiPath, sharedContentPath } from '../open-visit';
import { DownloadLink } from './download-link';
import { EntryName } from './entry-name';

export interface SharedLineProps {
  share: OpenShare;
  entry: SharedEntry;
  /** The name with more than its letters, and what stands under it. */
  name?: ReactNode;
  below?: ReactNode;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  recheck(): void;
}

/** One shared file or folder. */
export function SharedLine(props: SharedLineProps) {
  const { share, entry, name = entry.name, below, isSelected, onSelect, recheck } = props;
  const t = useTranslations('shares.visit');
  const fileKind = useFileKind();
  const apiPath = shareApiPath(share.shareBatchNum);
  const contentPath = sharedContentPath(share.shareBatchNum, entry.id);
  const downloadPath =
    entry.kind === 'file'
      ? urlWithQuery(contentPath, { download: 1 })
      : urlWithQuery(`${apiPath}/zip`, { ids: entry.id });
  const check = () => checkShare(share, recheck);

  return (
    <li className="relative flex min-h-14 items-center gap-3 py-2 transition-colors focus-within:bg-hover/60 hover:bg-hover/60 sm:px-3">
      {share.allowDownload && (
        <Checkbox
          checked={isSelected}
          onCheckedChange={onSelect}
          aria-label={t('selectNamed', { name: entry.name })}
          // Above the link that covers the line.
          className="z-1 after:-inset-3"
        />
      )}
      <FileIcon entry={entry} className="size-6" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          <EntryName entry={entry} onFollow={check}>
            {name}
          </EntryName>
        </p>
        {below}
        <p className="flex flex-wrap gap-x-2 text-[13px] text-ink-faint sm:hidden">
          {entry.kind === 'file' && <ByteSize bytes={entry.size} />}
          <DateTime iso={entry.updatedAt} />
        </p>
        <span className="sr-only">{fileKind(entry)}</span>
      </div>
      <span className="hidden w-20 shrink-0 text-right text-[13px] text-ink-soft sm:block">
        {entry.kind === 'file' && <ByteSize bytes={entry.size} />}
      </span>
      <span className="hidden w-28 shrink-0 text-right text-[13px] text-ink-soft sm:block">
        <DateTime iso={entry.updatedAt} />
      </span>
      <span className={cn('flex w-11 shrink-0 justify-end sm:w-28', !share.allowDownload && 'hidden')}>
        <DownloadLink
          share={share}
          href={downloadPath}
          label={t('downloadNamed', { name: entry.name })}
          className="relative max-sm:size-11 max-sm:px-0"
          recheck={recheck}
        >
          <Download aria-hidden />
          <span className="max-sm:hidden">{t('download')}</span>
        </DownloadLink>
      </span>
    </li>
  );
}
