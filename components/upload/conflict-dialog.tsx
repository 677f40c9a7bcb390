'use client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { pendingConflict } from './upload-items';
import { uploads, useUploads } from './uploads';

const SHOWN_NAMES = 4;

/** Asks once for everything that was dropped together what to do with names that are taken. */
export function ConflictDialog() {
  const t = useTranslations('files.upload.conflict');
  const items = useUploads((state) => state.items);
  const keepBoth = useRef<HTMLButtonElement>(null);
  const question = pendingConflict(items);
  const names = question?.items.map((item) => item.name) ?? [];
  const answer = (choice: 'rename' | 'replace' | 'skip') => {
    if (question) uploads.resolveConflicts(question.batch, choice);
  };
  return (
    <Dialog
      open={question !== null}
      onOpenChange={(open) => !open && answer('skip')}
      title={t('title', { count: names.length, name: names[0] ?? '' })}
      description={t('text')}
      initialFocus={keepBoth}
      footer={
        <>
          <Button variant="quiet" onClick={() => answer('skip')}>
            {t('skip')}
          </Button>
          <Button onClick={() => answer('replace')}>{t('replace')}</Button>
          <Button ref={keepBoth} variant="primary" onClick={() => answer('rename')}>
            {t('keepBoth')}
          </Button>
        </>
      }
    >
      {names.length > 1 && (
        <ul className="rounded-control border border-line px-3 py-2 text-[13px] text-ink-soft">
          {names.slice(0, SHOWN_NAMES).map((name) => (
            <li key={name} className="truncate leading-6">
              {name}
            </li>
          ))}
          {names.length > SHOWN_NAMES && (
            <li className="leading-6">{t('more', { count: names.length - SHOWN_NAMES })}</li>
          )}
        </ul>
      )}
    </Dialog>
  );
}
