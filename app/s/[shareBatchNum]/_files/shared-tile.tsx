'use client';
import { useTranslations } from 'next-intl';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { useFileKind } from '@/components/entry/use-file-kind';
import { SmallPicture } from '@/components/preview/small-picture';
import { Checkbox } from '@/components/ui/checkbox';
import { checkShare, sharedContentPath } from '../open-visit';
import { EntryName } from './entry-name';
import type { SharedLineProps } from './shared-line';

/** One shared file or folder as a tile; small pictures show themselves. */
export function SharedTile(props: SharedLineProps) {
  const { share, entry, name = entry.name, below, isSelected, onSelect, recheck } = props;
  const t = useTranslations('shares.visit');
  const fileKind = useFileKind();
  return (
    <li className="relative flex min-w-0 flex-col gap-2 rounded-control border border-line p-2.5 transition-colors focus-within:bg-hover/60 hover:bg-hover/60">
      {share.allowDownload && (
        <Checkbox
          checked={isSelected}
          onCheckedChange={onSelect}
          aria-label={t('selectNamed', { name: entry.name })}
          // Above the link that covers the tile.
          className="absolute top-3.5 left-3.5 z-1 after:-inset-3"
        />
      )}
      <SmallPicture
        entry={entry}
        contentPath={sharedContentPath(share.shareBatchNum, entry.id)}
        size="tile"
      />
      <div className="min-w-0">
        <p className="truncate font-medium" title={entry.name}>
          <EntryName entry={entry} onFollow={() => checkShare(share, recheck)}>
            {name}
          </EntryName>
        </p>
        {below}
        <p className="flex flex-wrap gap-x-2 text-[13px] text-ink-faint">
          {entry.kind === 'file' && <ByteSize bytes={entry.size} />}
          <DateTime iso={entry.updatedAt} />
        </p>
        <span className="sr-only">{fileKind(entry)}</span>
      </div>
    </li>
  );
}
