'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi, callApiForNothing } from '@/components/call-api';
import { DateTime } from '@/components/entry/date-time';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { type AccountSession, accountSessionList } from '@/contracts/accounts';
import { describeUserAgent } from './describe-user-agent';
import { ListOrState } from './list-or-state';
import { SettingsSection } from './settings-section';

const SHOWN_AT_FIRST = 5;

/** Where the account is signed in, and the way to end all of it but here. */
export function SessionsSection() {
  const t = useTranslations('account.settings.sessions');
  const client = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const sessions = useQuery({
    queryKey: queryKeys.sessions,
    queryFn: ({ signal }) => callApi(accountSessionList, '/api/me/sessions', { signal }),
  });
  const end = useMutation({
    mutationFn: () => callApiForNothing('/api/me/sessions', { method: 'DELETE' }),
    onSuccess: () => showToast({ title: t('done'), tone: 'success' }),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => {
      setAsking(false);
      return client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
  const [showsAll, setShowsAll] = useState(false);
  const all = sessions.data?.items.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? [];
  const shown = showsAll ? all : all.slice(0, SHOWN_AT_FIRST);
  const others = all.filter((session) => !session.current).length;

  return (
    <SettingsSection
      title={t('title')}
      text={t('text')}
      action={others > 0 && <Button onClick={() => setAsking(true)}>{t('endOthers')}</Button>}
    >
      <ListOrState query={sessions}>
        {shown.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ListOrState>
      {shown.length < all.length && (
        <Button size="small" className="mt-4" onClick={() => setShowsAll(true)}>
          {t('showAll', { count: all.length })}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('confirmTitle')}
        description={t('confirmText', { count: others })}
        confirmLabel={t('endOthers')}
        onConfirm={() => end.mutate()}
        busy={end.isPending}
      />
    </SettingsSection>
  );
}

function SessionLine({ session }: { session: AccountSession }) {
  const t = useTranslations('account.settings.sessions');
  const { browser, system, kind } = describeUserAgent(session.userAgent);
  const Icon = kind === 'phone' ? Smartphone : Laptop;
  const name = browser && system ? t('device', { browser, system }) : (browser ?? system);
  return (
    <li className="flex items-center gap-3.5 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name ?? t('unknownDevice')}</p>
        <p className="text-[13px] text-ink-faint">
          {t.rich('since', { date: () => <DateTime iso={session.createdAt} style="full" /> })}
        </p>
      </div>
      {session.current && (
        <span className="shrink-0 rounded-full bg-success-soft px-2.5 py-1 font-medium text-success-text text-xs">
          {t('current')}
        </span>
      )}
    </li>
  );
}
