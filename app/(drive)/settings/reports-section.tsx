'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi, callApiForNothing } from '@/components/call-api';
import { DateTime } from '@/components/entry/date-time';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { type ResolveReportInput, type ShareReport, shareReportList } from '@/contracts/share-reports';
import { ListOrState } from './list-or-state';
import { SettingsSection } from './settings-section';

/** What visitors reported of shares, for administrators to settle. */
export function ReportsSection() {
  const t = useTranslations('account.settings.reports');
  const [cancelling, setCancelling] = useState<ShareReport | null>(null);
  const reports = useQuery({
    queryKey: queryKeys.reports,
    queryFn: ({ signal }) => callApi(shareReportList, '/api/reports', { signal }),
  });
  const resolve = useResolve(() => setCancelling(null));
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <ListOrState query={reports} empty={t('empty')}>
        {reports.data?.items.map((report) => (
          <ReportLine
            key={report.id}
            report={report}
            onDismiss={() => resolve.mutate({ report, resolution: 'dismissed' })}
            onCancelShare={() => setCancelling(report)}
          />
        ))}
      </ListOrState>
      <ConfirmDialog
        open={cancelling !== null}
        onOpenChange={() => setCancelling(null)}
        title={t('cancelTitle')}
        description={t('cancelText', { name: cancelling?.ownerName ?? '' })}
        confirmLabel={t('cancelShare')}
        onConfirm={() => cancelling && resolve.mutate({ report: cancelling, resolution: 'share_cancelled' })}
        busy={resolve.isPending}
      />
    </SettingsSection>
  );
}

function useResolve(onDone: () => void) {
  const t = useTranslations('account.settings.reports');
  const client = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: ({ report, resolution }: ResolveReportInput & { report: ShareReport }) =>
      callApiForNothing(`/api/reports/${report.id}`, { method: 'PATCH', body: { resolution } }),
    onSuccess: (_, { resolution }) => showToast({ title: t(`done.${resolution}`), tone: 'success' }),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => {
      onDone();
      return client.invalidateQueries({ queryKey: queryKeys.reports });
    },
  });
}

interface ReportLineProps {
  report: ShareReport;
  onDismiss(): void;
  onCancelShare(): void;
}

function ReportLine({ report, onDismiss, onCancelShare }: ReportLineProps) {
  const t = useTranslations('account.settings.reports');
  const reasons = useTranslations('shares.visit.report.reasons');
  const { reason, text, url, ownerName, ownerEmail, reportedAt } = report;
  return (
    <li className="flex flex-wrap items-start gap-x-3.5 gap-y-2 py-3">
      <Flag aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{reasons(reason)}</p>
        {text !== '' && <p className="whitespace-pre-line break-words text-ink-soft">{text}</p>}
        <p className="flex flex-wrap gap-x-3 text-[13px] text-ink-faint">
          <a href={url} target="_blank" rel="noopener" className="text-accent-text hover:underline">
            {t('open')}
          </a>
          <span className="break-all">{t('owner', { name: ownerName, email: ownerEmail })}</span>
          <DateTime iso={reportedAt} />
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" onClick={onDismiss}>
          {t('dismiss')}
        </Button>
        <Button size="small" variant="danger" onClick={onCancelShare}>
          {t('cancelShare')}
        </Button>
      </div>
    </li>
  );
}
