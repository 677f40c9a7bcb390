'use client';
import { Download, Eye, FolderDown, FolderInput, LockKeyholeOpen, ShieldX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/entry/date-time';
import type { ShareActivityList } from '@/contracts/share-activity';

const ICONS = {
  opened: Eye,
  unlocked: LockKeyholeOpen,
  wrong_code: ShieldX,
  downloaded: Download,
  archived: FolderDown,
  saved: FolderInput,
};

/** Enough of a mark for a person to tell visitors apart. */
const SHOWN_OF_MARK = 4;

/** One thing a visitor did. */
export function ActivityLine({ item }: { item: ShareActivityList['items'][number] }) {
  const t = useTranslations('shares.activity');
  const Icon = ICONS[item.action];
  const name = item.entryName ?? (item.entryId === null ? t('everything') : t('deleted'));
  return (
    <li className="flex items-start gap-3 py-2.5 text-sm">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1">
        <span className="block break-words">{t(`actions.${item.action}`, { name })}</span>
        <span className="text-[13px] text-ink-soft tabular-nums">
          {t('visitor', { mark: item.visitor.slice(0, SHOWN_OF_MARK) })}
        </span>
      </p>
      <span className="shrink-0 text-[13px] text-ink-soft">
        <DateTime iso={item.at} style="full" />
      </span>
    </li>
  );
}
