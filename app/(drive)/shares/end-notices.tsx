'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi, callApiForNothing } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { formatDistance, formatMoment } from '@/components/time/format-moment';
import { useNow } from '@/components/time/use-now';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { endNoticeList, type Share } from '@/contracts/shares';
import { ChangeShareDialog } from './_dialogs/change-share-dialog';
import { useShareName } from './use-share-name';

/** Tells of shares that end within a day, each until it is extended or the notice is dismissed. */
export function EndNotices() {
  const t = useTranslations('shares.notices');
  const [extended, setExtended] = useState<Share | null>(null);
  const { data } = useQuery({
    queryKey: queryKeys.endNotices,
    queryFn: ({ signal }) => callApi(endNoticeList, '/api/shares/end-notices', { signal }),
  });
  return (
    <>
      {data && data.items.length > 0 && (
        <section aria-label={t('label')} className="mb-3 rounded-control bg-warning-soft text-warning-text">
          <ul className="divide-y divide-line">
            {data.items.map((share) => (
              <Notice key={share.shareBatchNum} share={share} onExtend={() => setExtended(share)} />
            ))}
          </ul>
        </section>
      )}
      {extended && <ChangeShareDialog share={extended} ended={false} onClose={() => setExtended(null)} />}
    </>
  );
}

function Notice({ share, onExtend }: { share: Share; onExtend(): void }) {
  const t = useTranslations('shares.notices');
  const locale = useLocale();
  const now = useNow(60_000);
  const name = useShareName()(share);
  const dismiss = useDismiss(share.shareBatchNum);
  const end = Date.parse(share.endTime ?? '');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2 pr-2 pl-3.5 text-sm">
      <BellRing aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 break-words" title={formatMoment(new Date(end), { locale })}>
        {t('ends', { name, distance: formatDistance(now, end, locale) })}
      </p>
      <Button size="small" onClick={onExtend}>
        {t('extend')}
      </Button>
      <IconButton size="small" label={t('dismiss', { name })} onClick={() => dismiss.mutate()}>
        <X />
      </IconButton>
    </li>
  );
}

function useDismiss(shareBatchNum: string) {
  const client = useQueryClient();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => callApiForNothing(`/api/shares/${shareBatchNum}/end-notice`, { method: 'DELETE' }),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.endNotices }),
  });
}
