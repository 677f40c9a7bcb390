'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { findRefusedFields } from '@/components/share/read-refusal';
import { ShareForm } from '@/components/share/share-form';
import type { ShareSettings } from '@/components/share/share-settings';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { type Share, share as shareSchema } from '@/contracts/shares';
import { useShareName } from '../use-share-name';
import { changeShareBody, settingsOf } from './change-share-body';

interface ChangeShareDialogProps {
  share: Share;
  /** It has expired: saving brings it back. */
  ended: boolean;
  onClose(): void;
}

/** Changes what was agreed of a share, or renews one that has expired. Mount it to open it. */
export function ChangeShareDialog({ share, ended, onClose }: ChangeShareDialogProps) {
  const t = useTranslations('shares.change');
  const common = useTranslations('common');
  const shareName = useShareName();
  const client = useQueryClient();
  const formId = useId();
  const change = useMutation({
    mutationFn: async (settings: ShareSettings) => {
      const body = changeShareBody(share, settings);
      if (Object.keys(body).length === 0) return null;
      return callApi(shareSchema, `/api/shares/${share.shareBatchNum}`, { method: 'PATCH', body });
    },
    onSuccess: (changed) => {
      onClose();
      if (changed) showToast({ title: t(ended ? 'renewed' : 'done'), tone: 'success' });
      return client.invalidateQueries({ queryKey: queryKeys.shares });
    },
  });
  const refused = findRefusedFields(change.error);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(ended ? 'renewTitle' : 'title')}
      description={<span className="line-clamp-2 break-words">{shareName(share)}</span>}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={change.isPending}>
            {t(ended ? 'renewSubmit' : 'submit')}
          </Button>
        </>
      }
    >
      <ShareForm
        id={formId}
        initial={() => settingsOf(share, { ended, now: new Date() })}
        refused={refused}
        canKeepExpiry={!ended}
        downloads={share.downloads}
        onSubmit={(settings) => change.mutate(settings)}
        notice={change.error && !refused && <AttemptError error={change.error} />}
        note={share.extractionCode !== null && <p className="text-[13px] text-ink-faint">{t('codeNote')}</p>}
      />
    </Dialog>
  );
}
