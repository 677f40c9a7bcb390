'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApiForNothing } from '@/components/call-api';
import { TextArea } from '@/components/share/text-area';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { MAX_REPORT_LENGTH, type ReportReason, reportReason } from '@/contracts/share-reports';
import { shareApiPath } from './open-visit';

/** Tells the administrators what is wrong with a share. Mount it to open it. */
export function ReportDialog({ shareBatchNum, onClose }: { shareBatchNum: string; onClose(): void }) {
  const t = useTranslations('shares.visit.report');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const [reason, setReason] = useState<ReportReason>('abuse');
  const [text, setText] = useState('');
  const report = useMutation({
    mutationFn: () =>
      callApiForNothing(`${shareApiPath(shareBatchNum)}/report`, { method: 'POST', body: { reason, text } }),
    onSuccess: () => {
      showToast({ title: t('sent'), tone: 'success' });
      onClose();
    },
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" busy={report.isPending} onClick={() => report.mutate()}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Select<ReportReason>
          label={t('reason')}
          value={reason}
          onValueChange={setReason}
          options={reportReason.options.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <TextArea
          label={t('details')}
          name="text"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={MAX_REPORT_LENGTH}
          rows={3}
          hint={t('detailsHint')}
        />
      </div>
    </Dialog>
  );
}
