'use client';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/class-names';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ConflictDialog } from './conflict-dialog';
import { type UploadTotals, uploadTotals } from './upload-items';
import { UploadList } from './upload-list';
import { uploads, useUploads } from './uploads';
import { useUploadEffects } from './use-upload-effects';

/** The uploads of this window: at the lower right, above the bottom bar on phones. Stands in the shell. */
export function UploadTray() {
  const t = useTranslations('files.upload');
  const items = useUploads((state) => state.items);
  const [isOpen, setOpen] = useState(true);
  const totals = uploadTotals(items);
  useUploadEffects(totals);
  if (items.length === 0) return null;
  const failed = items.filter((item) => item.state === 'failed').map((item) => item.id);
  const all = items.map((item) => item.id);
  return (
    <section
      aria-label={t('title')}
      className="fixed inset-x-0 bottom-[calc(56px+env(safe-area-inset-bottom))] z-40 overflow-hidden rounded-t-card border border-line bg-raised text-ink shadow-high md:inset-x-auto md:right-5 md:bottom-0 md:w-[380px]"
    >
      <header className="flex h-12 items-center gap-1 pr-1.5 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-medium text-sm">
          <TrayTitle totals={totals} />
        </h2>
        {failed.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => uploads.retry(failed)}>
            {t('retryAll')}
          </Button>
        )}
        {totals.active > 1 && (
          <Button size="small" variant="quiet" onClick={() => uploads.cancel(all)}>
            {t('cancelAll')}
          </Button>
        )}
        <IconButton
          label={isOpen ? t('collapse') : t('expand')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown /> : <ChevronUp />}
        </IconButton>
        {totals.active === 0 && (
          <IconButton label={t('close')} onClick={() => uploads.clearEnded()}>
            <X />
          </IconButton>
        )}
      </header>
      <TotalBar totals={totals} />
      {isOpen && <UploadList items={items} />}
      <ConflictDialog />
    </section>
  );
}

function TrayTitle({ totals }: { totals: UploadTotals }) {
  const t = useTranslations('files.upload');
  const locale = useLocale();
  if (totals.active > 0) {
    const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(totals.share);
    return t('running', { done: totals.done, count: totals.count, percent });
  }
  if (totals.failed > 0) return t('failed', { count: totals.failed });
  return t('finished', { count: totals.done });
}

function TotalBar({ totals }: { totals: UploadTotals }) {
  const t = useTranslations('files.upload');
  if (totals.active === 0) return <div className="h-px bg-line" />;
  return (
    <div
      role="progressbar"
      aria-label={t('title')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(totals.share * 100)}
      className="h-[3px] bg-press"
    >
      <div
        className={cn('h-full origin-left bg-accent-line transition-transform duration-180 ease-linear')}
        style={{ transform: `scaleX(${totals.share})` }}
      />
    </div>
  );
}
