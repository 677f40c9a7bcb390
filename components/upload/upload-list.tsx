'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, CircleCheck, CircleSlash, Clock, RotateCw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { formatBytes } from '@/components/entry/format-bytes';
import { IconButton } from '@/components/ui/icon-button';
import { useErrorText } from '@/components/use-error-text';
import { ProgressRing } from './progress-ring';
import { isActive, type UploadItem } from './upload-items';
import { uploads } from './uploads';

const LINE_HEIGHT = 52;

/** The files of the tray, newest batches below; only those in sight are mounted. */
export function UploadList({ items }: { items: UploadItem[] }) {
  const t = useTranslations('files.upload');
  const container = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => container.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 4,
  });
  return (
    <div
      ref={container}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      className="max-h-[min(40dvh,312px)] overflow-y-auto focus-visible:-outline-offset-2"
    >
      <ul aria-label={t('list')} className="relative" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map((line) => {
          const item = items[line.index];
          if (!item) return null;
          return (
            <li
              key={item.id}
              className="absolute inset-x-0 top-0 flex items-center gap-3 pr-2 pl-4"
              style={{ height: LINE_HEIGHT, transform: `translateY(${line.start}px)` }}
            >
              <UploadLine item={item} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function UploadLine({ item }: { item: UploadItem }) {
  const t = useTranslations('files.upload');
  return (
    <>
      <StateIcon item={item} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm" title={item.name}>
          {item.name}
        </p>
        <p className="truncate text-ink-faint text-xs tabular-nums">
          <StateText item={item} />
        </p>
      </div>
      {item.state === 'failed' && (
        <IconButton
          size="small"
          label={t('retryOne', { name: item.name })}
          onClick={() => uploads.retry([item.id])}
        >
          <RotateCw />
        </IconButton>
      )}
      {(isActive(item) || item.state === 'failed') && (
        <IconButton
          size="small"
          label={t('cancelOne', { name: item.name })}
          onClick={() => uploads.cancel([item.id])}
        >
          <X />
        </IconButton>
      )}
    </>
  );
}

function StateIcon({ item }: { item: UploadItem }) {
  switch (item.state) {
    case 'uploading':
      return <ProgressRing share={item.size === 0 ? 1 : item.loaded / item.size} />;
    case 'done':
      return <CircleCheck aria-hidden className="size-5 shrink-0 text-success-text" />;
    case 'failed':
    case 'conflict':
      return <CircleAlert aria-hidden className="size-5 shrink-0 text-danger-text" />;
    case 'skipped':
      return <CircleSlash aria-hidden className="size-5 shrink-0 text-ink-faint" />;
    case 'waiting':
      return <Clock aria-hidden className="size-5 shrink-0 text-ink-faint" />;
  }
}

function StateText({ item }: { item: UploadItem }) {
  const t = useTranslations('files.upload');
  const locale = useLocale();
  const errorText = useErrorText();
  const size = formatBytes(item.size, locale);
  switch (item.state) {
    case 'uploading':
      if (item.loaded >= item.size) return t('saving');
      return t('progress', { loaded: formatBytes(item.loaded, locale), size });
    case 'done':
      return t('doneIn', { size, folder: item.folders.at(-1) ?? item.target.parentName });
    case 'failed':
      return <span className="text-danger-text">{errorText(item.error)}</span>;
    case 'conflict':
      return t('asks');
    case 'skipped':
      return t('skipped');
    case 'waiting':
      return t('waiting', { size });
  }
}
