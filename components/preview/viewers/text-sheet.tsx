'use client';
import { Scissors } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PreviewFile } from '../preview-file';
import { isCutAsText } from './use-text';

/** The sheet that letters stand on, with a note where the file goes on. */
export function TextSheet({ file, children }: { file: PreviewFile; children: ReactNode }) {
  const t = useTranslations('preview');
  return (
    <div className="mx-auto min-h-full max-w-4xl bg-surface px-4 py-5 sm:my-6 sm:min-h-[calc(100%-48px)] sm:rounded-card sm:border sm:border-line sm:px-8 sm:py-7">
      {isCutAsText(file) && (
        <p className="mb-5 flex items-center gap-2 rounded-control bg-warning-soft px-3 py-2 text-[13px] text-warning-text">
          <Scissors aria-hidden className="size-4 shrink-0" />
          {t('cut')}
        </p>
      )}
      {children}
    </div>
  );
}
