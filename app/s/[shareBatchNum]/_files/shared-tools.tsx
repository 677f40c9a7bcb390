'use client';
import { FolderDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { urlWithQuery } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { MAX_ARCHIVE_IDS } from '@/contracts/entries';
import type { OpenShare } from '@/contracts/shares';
import { shareApiPath } from '../open-visit';
import { DownloadLink } from './download-link';
import { SaveButton } from './save-button';

interface SharedToolsProps {
  share: OpenShare;
  isSignedIn: boolean;
  selectedIds: string[];
  /** What is meant while nothing is selected; undefined: all that is shared. */
  unselected: string[] | undefined;
  onClear(): void;
  recheck(): void;
}

/** What can be done with the selection, or with all that is shown where nothing is selected. */
export function SharedTools(props: SharedToolsProps) {
  const { share, isSignedIn, selectedIds, unselected, onClear, recheck } = props;
  const t = useTranslations('shares.visit');
  const count = selectedIds.length;
  const meant = count > 0 ? selectedIds : unselected;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      {count > 0 && (
        <>
          <IconButton label={t('clearSelection')} onClick={onClear} className="-mr-1.5">
            <X />
          </IconButton>
          <p role="status" className="min-w-0 truncate font-medium text-[13px] tabular-nums">
            {t('selected', { count })}
          </p>
        </>
      )}
      {count > MAX_ARCHIVE_IDS ? (
        <Button size="small" disabled title={t('tooMany', { count: MAX_ARCHIVE_IDS })}>
          <FolderDown />
          {t('downloadSelected')}
        </Button>
      ) : (
        <DownloadLink
          share={share}
          href={urlWithQuery(`${shareApiPath(share.shareBatchNum)}/zip`, { ids: meant?.join(',') })}
          recheck={recheck}
        >
          <FolderDown aria-hidden />
          {t(count > 0 ? 'downloadSelected' : 'downloadAll')}
        </DownloadLink>
      )}
      <SaveButton
        share={share}
        entryIds={meant}
        hasSelection={count > 0}
        isSignedIn={isSignedIn}
        recheck={recheck}
      />
    </div>
  );
}
