'use client';
import { Files, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { folderHref } from '@/components/entry/entry-links';
import { FileIcon } from '@/components/entry/file-icon';
import { useFileKind } from '@/components/entry/use-file-kind';
import { useEntry } from '@/components/entry-lists/use-entry';
import { Drawer } from '@/components/ui/drawer';
import { IconButton } from '@/components/ui/icon-button';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { Entry } from '@/contracts/entries';
import { useViewSettings } from '../_data/view-settings';

/** What is known of the selection: a panel at the right, a drawer where the window is narrow. */
export function DetailsPanel({ entries, folder }: { entries: Entry[]; folder: Entry | undefined }) {
  const t = useTranslations('files.details');
  const common = useTranslations('common');
  const isWide = useMediaQuery('(min-width: 1024px)');
  const { detailsOpen, toggleDetails } = useViewSettings();
  if (!detailsOpen) return null;
  const content = <Details entries={entries} folder={folder} />;
  if (!isWide) {
    return (
      <Drawer open onOpenChange={toggleDetails} title={t('title')} side="right">
        {content}
      </Drawer>
    );
  }
  return (
    <aside
      aria-label={t('title')}
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-line border-l"
    >
      <header className="flex h-14 shrink-0 items-center justify-between pr-2 pl-5">
        <h2 className="font-semibold text-sm">{t('title')}</h2>
        <IconButton label={common('close')} shortcut="Shift+D" onClick={toggleDetails}>
          <X />
        </IconButton>
      </header>
      {content}
    </aside>
  );
}

function Details({ entries, folder }: { entries: Entry[]; folder: Entry | undefined }) {
  const t = useTranslations('files.details');
  const [first] = entries;
  if (entries.length > 1) return <ManyDetails entries={entries} />;
  const one = first ?? folder;
  if (one) return <OneDetails entry={one} />;
  return <p className="px-5 py-4 text-ink-soft text-sm">{t('nothing')}</p>;
}

function OneDetails({ entry: listed }: { entry: Entry }) {
  const t = useTranslations('files.details');
  const common = useTranslations('common.nav');
  const kindOf = useFileKind();
  // The list may be older than the index: the panel asks for itself.
  const entry = useEntry(listed.id).data ?? listed;
  const parent = entry.path.at(-1);
  return (
    <div className="px-5 pb-6">
      <div className="flex aspect-[16/9] items-center justify-center rounded-card bg-sunken">
        <FileIcon entry={entry} className="size-14" />
      </div>
      <p className="mt-4 break-words font-medium text-[15px]">{entry.name}</p>
      <dl className="mt-3 flex flex-col gap-3">
        <Fact term={t('kind')}>{kindOf(entry)}</Fact>
        {entry.kind === 'file' && (
          <Fact term={t('size')}>
            <ByteSize bytes={entry.size} />
          </Fact>
        )}
        <Fact term={t('place')}>
          <Link href={folderHref(parent?.id ?? 'root')} className="text-accent-text hover:underline">
            {parent?.name ?? common('files')}
          </Link>
        </Fact>
        <Fact term={t('updated')}>
          <DateTime iso={entry.updatedAt} style="full" />
        </Fact>
        <Fact term={t('created')}>
          <DateTime iso={entry.createdAt} style="full" />
        </Fact>
        <Fact term={t('search')}>{entry.indexed ? t('indexed') : t('notIndexed')}</Fact>
      </dl>
    </div>
  );
}

function ManyDetails({ entries }: { entries: Entry[] }) {
  const t = useTranslations('files.details');
  const files = entries.filter((entry) => entry.kind === 'file');
  const bytes = files.reduce((sum, entry) => sum + entry.size, 0);
  return (
    <div className="px-5 pb-6">
      <div className="flex aspect-[16/9] items-center justify-center rounded-card bg-sunken">
        <Files aria-hidden className="size-12 text-ink-faint" strokeWidth={1.5} />
      </div>
      <p className="mt-4 font-medium text-[15px]">{t('many', { count: entries.length })}</p>
      <dl className="mt-3 flex flex-col gap-3">
        <Fact term={t('contains')}>
          {t('split', { files: files.length, folders: entries.length - files.length })}
        </Fact>
        {files.length > 0 && (
          <Fact term={t('sizeOfFiles')}>
            <ByteSize bytes={bytes} />
          </Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-faint text-xs">{term}</dt>
      <dd className="break-words text-ink">{children}</dd>
    </div>
  );
}
