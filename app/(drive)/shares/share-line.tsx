'use client';
import { Download, Eye, FolderInput } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { DateTime } from '@/components/entry/date-time';
import { FileIcon } from '@/components/entry/file-icon';
import { type ShareState, shareState } from '@/components/share/share-state';
import { Checkbox } from '@/components/ui/checkbox';
import type { Share } from '@/contracts/shares';
import { ShareActions, type ShareDeed } from './share-actions';
import { ShareExpiry } from './share-expiry';
import { ShareStatusBadge } from './share-status-badge';
import { useShareName } from './use-share-name';

/** The columns of lines and heads on wide screens. */
export const lineColumns =
  'xl:grid-cols-[18px_minmax(0,1fr)_104px_132px_56px_80px_56px_96px_88px] xl:items-center';

interface ShareLineProps {
  share: Share;
  /** The server's present moment in milliseconds. */
  now: number;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  onAsk(what: ShareDeed): void;
}

/** One share: what, until when, how it went, and what can be done about it. On phones the facts wrap below. */
export function ShareLine({ share, now, isSelected, onSelect, onAsk }: ShareLineProps) {
  const t = useTranslations('shares.mine');
  const shareName = useShareName();
  const state = shareState(share, now);
  return (
    <li
      className={cn(
        lineColumns,
        'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 py-3',
      )}
    >
      <Checkbox
        aria-label={t('select', { name: shareName(share) })}
        checked={isSelected}
        disabled={state === 'cancelled'}
        onCheckedChange={onSelect}
        className="after:-inset-3"
      />
      <div className="flex min-w-0 items-center gap-3">
        <FileIcon entry={iconEntry(share)} className={cn('size-6', state !== 'active' && 'opacity-55')} />
        <div className="min-w-0">
          <p className={cn('truncate font-medium', state !== 'active' && 'text-ink-soft')}>
            {shareName(share)}
          </p>
          <p className="truncate text-[13px] text-ink-faint">
            {share.extractionCode === null ? (
              t('noCode')
            ) : (
              <span className="tabular-nums">{t('code', { code: share.extractionCode })}</span>
            )}
            {!share.allowDownload && <> · {t('viewOnly')}</>} ·{' '}
            {t.rich('sharedOn', { date: () => <DateTime iso={share.shareTime} /> })}
          </p>
          {share.message !== null && (
            <p className="truncate text-[13px] text-ink-faint">{t('message', { message: share.message })}</p>
          )}
        </div>
      </div>
      <div className="col-start-3 row-start-1 justify-self-end xl:col-start-9">
        <ShareActions share={share} state={state} onAsk={onAsk} />
      </div>
      <Facts share={share} state={state} now={now} />
    </li>
  );
}

function Facts({ share, state, now }: { share: Share; state: ShareState; now: number }) {
  const t = useTranslations('shares.mine');
  return (
    <div className="col-span-2 col-start-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 pl-9 text-[13px] text-ink-soft xl:contents">
      <Fact column="xl:col-start-3">
        <ShareStatusBadge state={state} />
      </Fact>
      <Fact column="xl:col-start-4">
        <ShareExpiry share={share} state={state} now={now} />
      </Fact>
      <Fact column="xl:col-start-5">
        <Count icon={Eye} count={share.views} words={t('views', { count: share.views })} />
      </Fact>
      <Fact column="xl:col-start-6">
        <Downloads share={share} />
      </Fact>
      <Fact column="xl:col-start-7">
        <Count icon={FolderInput} count={share.saves} words={t('saves', { count: share.saves })} />
      </Fact>
      <Fact column="xl:col-start-8">
        {share.lastVisitAt === null ? (
          <span className="text-ink-faint">{t('neverVisited')}</span>
        ) : (
          <>
            <span className="sr-only">{t('columns.lastVisit')} </span>
            <DateTime iso={share.lastVisitAt} />
          </>
        )}
      </Fact>
    </div>
  );
}

function Fact({ column, children }: { column: string; children: ReactNode }) {
  return <span className={cn('flex xl:row-start-1', column)}>{children}</span>;
}

function Downloads({ share: { downloads, downloadLimit } }: { share: Share }) {
  const t = useTranslations('shares.mine');
  if (downloadLimit === null) {
    return <Count icon={Download} count={downloads} words={t('downloads', { count: downloads })} />;
  }
  const words = t('downloadsOf', { used: downloads, limit: downloadLimit });
  if (downloads < downloadLimit) {
    return <Count icon={Download} count={`${downloads}/${downloadLimit}`} words={words} />;
  }
  return (
    <span className="font-medium text-warning-text">
      <Count icon={Download} count={`${downloads}/${downloadLimit}`} words={`${words}, ${t('usedUp')}`} />
    </span>
  );
}

interface CountProps {
  icon: typeof Eye;
  count: number | string;
  words: string;
}

function Count({ icon: Icon, count, words }: CountProps) {
  return (
    <span className="inline-flex items-center gap-1.5" title={words}>
      <Icon aria-hidden className="size-4 text-ink-faint" />
      <span aria-hidden className="tabular-nums">
        {count}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** What the picture of a share shows: its first entry. A share says no more of it than name and kind. */
function iconEntry({ entries: [first] }: Share) {
  const name = first?.name ?? '';
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  return { kind: first?.kind ?? 'file', extension, mimeType: '' };
}
