'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { type Share, share } from '@/contracts/shares';
import { AttemptError } from './attempt-error';
import { ApiError, callApi } from './call-api';
import { queryKeys } from './query-keys';
import { CreatedShare } from './share/created-share';
import { findRefusedEntry, findRefusedFields } from './share/read-refusal';
import { ShareForm } from './share/share-form';
import { defaultShareSettings, expiryInput, limitInput, type ShareSettings } from './share/share-settings';
import { useShareText } from './share/use-share-text';
import { Button } from './ui/button';
import { CopyButton } from './ui/copy-button';
import { Dialog } from './ui/dialog';

interface ShareDialogProps {
  /** What to share, at least one. */
  entries: { id: string; name: string; kind: 'file' | 'folder' }[];
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Makes a link to some entries, then shows it with its code, ready to be copied. */
export function ShareDialog({ entries, open, onOpenChange }: ShareDialogProps) {
  const t = useTranslations('shares');
  const common = useTranslations('common');
  const client = useQueryClient();
  const formId = useId();
  const create = useMutation({
    mutationFn: (settings: ShareSettings) =>
      callApi(share, '/api/shares', {
        method: 'POST',
        body: {
          entryIds: entries.map((entry) => entry.id),
          ...expiryInput(settings),
          ...(settings.codeWanted && { extractionCode: settings.code.trim() }),
          allowDownload: settings.allowDownload,
          downloadLimit: limitInput(settings),
          message: settings.message,
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.shares }),
  });

  function change(next: boolean): void {
    onOpenChange(next);
    if (!next) create.reset();
  }

  const title =
    entries.length === 1
      ? t('create.titleOne', { name: entries[0]?.name ?? '' })
      : t('create.titleMany', { count: entries.length });
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={<span className="line-clamp-2 break-words">{title}</span>}
      footer={
        create.data ? (
          <CreatedButtons share={create.data} onDone={() => change(false)} />
        ) : (
          <>
            <Button onClick={() => change(false)}>{common('cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
              {t('create.submit')}
            </Button>
          </>
        )
      }
    >
      {create.data ? (
        <CreatedShare share={create.data} />
      ) : (
        <ShareForm
          id={formId}
          initial={() => defaultShareSettings(new Date())}
          refused={findRefusedFields(create.error)}
          onSubmit={(settings) => create.mutate(settings)}
          notice={<Refusal error={create.error} entries={entries} />}
        />
      )}
    </Dialog>
  );
}

function Refusal({ error, entries }: { error: Error | null; entries: ShareDialogProps['entries'] }) {
  const t = useTranslations('shares.create');
  if (error === null || findRefusedFields(error) !== undefined) return null;
  const index = findRefusedEntry(error);
  const name = index === null ? undefined : entries[index]?.name;
  if (name === undefined) return <AttemptError error={error} />;
  const gone = error instanceof ApiError && error.code === 'not_found';
  return (
    <p role="alert" className="rounded-control bg-danger-soft px-3.5 py-3 text-danger-text">
      {t(gone ? 'entryGone' : 'entryTrashed', { name })}
    </p>
  );
}

/** The copy button has the focus at once: Enter is all that is left to do. */
function CreatedButtons({ share, onDone }: { share: Share; onDone(): void }) {
  const t = useTranslations('shares.created');
  const shareText = useShareText();
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => copy.current?.focus(), []);
  return (
    <>
      <Button onClick={onDone}>{t('done')}</Button>
      <CopyButton
        ref={copy}
        variant="primary"
        text={shareText(share)}
        label={t(share.extractionCode === null ? 'copyLink' : 'copyBoth')}
      />
    </>
  );
}
