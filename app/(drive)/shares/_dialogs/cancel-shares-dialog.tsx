'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { type Share, shareBatchResult } from '@/contracts/shares';
import { useShareName } from '../use-share-name';

/** So many the server cancels at once. */
const BATCH_SIZE = 1_000;

interface CancelSharesDialogProps {
  /** None closes it. */
  shares: Share[];
  onClose(): void;
  onCancelled(): void;
}

/** Asks before shares are cancelled, which nothing brings back. */
export function CancelSharesDialog({ shares, onClose, onCancelled }: CancelSharesDialogProps) {
  const t = useTranslations('shares.mine');
  const errorText = useErrorText();
  const shareName = useShareName();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: cancelAll,
    onSuccess: ({ done, failed }) => {
      if (done > 0) showToast({ title: t('cancelled', { count: done }), tone: 'success' });
      if (failed > 0) showToast({ title: t('notCancelled', { count: failed }), tone: 'error' });
      onCancelled();
    },
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.shares });
    },
  });
  // While the dialog fades out it still shows what it asked about.
  const asked = useRef<Share[]>([]);
  if (shares.length > 0) asked.current = shares;
  const [first] = asked.current;
  const count = asked.current.length;
  return (
    <ConfirmDialog
      open={shares.length > 0}
      onOpenChange={onClose}
      title={t('cancelTitle', { count })}
      description={first && t('cancelText', { count, name: shareName(first) })}
      confirmLabel={t('cancelConfirm', { count })}
      cancelLabel={t('keep', { count })}
      onConfirm={() => cancel.mutate(asked.current.map(({ shareBatchNum }) => shareBatchNum))}
      busy={cancel.isPending}
    />
  );
}

async function cancelAll(shareBatchNums: string[]): Promise<{ done: number; failed: number }> {
  let done = 0;
  for (let start = 0; start < shareBatchNums.length; start += BATCH_SIZE) {
    const body = { op: 'cancel', shareBatchNums: shareBatchNums.slice(start, start + BATCH_SIZE) };
    const { items } = await callApi(shareBatchResult, '/api/shares/batch', { method: 'POST', body });
    done += items.filter(({ ok }) => ok).length;
  }
  return { done, failed: shareBatchNums.length - done };
}
