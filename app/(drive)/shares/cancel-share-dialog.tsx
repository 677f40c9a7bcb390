'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { callApiForNothing } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import type { Share } from '@/contracts/shares';
import { useShareName } from './use-share-name';

/** Asks before a share is cancelled, which nothing brings back. Null closes it. */
export function CancelShareDialog({ share, onClose }: { share: Share | null; onClose(): void }) {
  const t = useTranslations('shares.mine');
  const errorText = useErrorText();
  const shareName = useShareName();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: (shareBatchNum: string) =>
      callApiForNothing(`/api/shares/${shareBatchNum}`, { method: 'DELETE' }),
    onSuccess: () => showToast({ title: t('cancelled'), tone: 'success' }),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.shares });
    },
  });
  return (
    <ConfirmDialog
      open={share !== null}
      onOpenChange={onClose}
      title={t('cancelTitle')}
      description={share && t('cancelText', { name: shareName(share) })}
      confirmLabel={t('cancel')}
      cancelLabel={t('keep')}
      onConfirm={() => share && cancel.mutate(share.shareBatchNum)}
      busy={cancel.isPending}
    />
  );
}
