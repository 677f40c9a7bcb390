'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi, callApiForNothing } from '@/components/call-api';
import { DateTime } from '@/components/entry/date-time';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { type ApiToken, apiTokenList } from '@/contracts/accounts';
import { CreateTokenDialog } from './create-token-dialog';
import { ListOrState } from './list-or-state';
import { SettingsSection } from './settings-section';

/** The API tokens: made once, shown once, revoked at once. */
export function TokensSection() {
  const t = useTranslations('account.settings.tokens');
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const tokens = useQuery({
    queryKey: queryKeys.tokens,
    queryFn: ({ signal }) => callApi(apiTokenList, '/api/tokens', { signal }),
  });

  return (
    <SettingsSection
      title={t('title')}
      text={t('text')}
      action={
        <Button onClick={() => setCreating(true)}>
          <Plus aria-hidden />
          {t('create')}
        </Button>
      }
    >
      <ListOrState query={tokens} empty={t('empty')}>
        {tokens.data?.items.map((token) => (
          <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
        ))}
      </ListOrState>
      <CreateTokenDialog open={creating} onOpenChange={setCreating} />
      <RevokeTokenDialog token={revoking} onClose={() => setRevoking(null)} />
    </SettingsSection>
  );
}

function TokenLine({ token, onRevoke }: { token: ApiToken; onRevoke(): void }) {
  const t = useTranslations('account.settings.tokens');
  const { createdAt, lastUsedAt, name } = token;
  return (
    <li className="flex items-center gap-3.5 py-3">
      <KeyRound aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="flex flex-wrap gap-x-3 text-[13px] text-ink-faint">
          <span>{t.rich('created', { date: () => <DateTime iso={createdAt} /> })}</span>
          <span>
            {lastUsedAt ? t.rich('lastUsed', { date: () => <DateTime iso={lastUsedAt} /> }) : t('neverUsed')}
          </span>
        </p>
      </div>
      <Button size="small" aria-label={t('revokeNamed', { name })} onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}

function RevokeTokenDialog({ token, onClose }: { token: ApiToken | null; onClose(): void }) {
  const t = useTranslations('account.settings.tokens');
  const client = useQueryClient();
  const errorText = useErrorText();
  const revoke = useMutation({
    mutationFn: (id: string) => callApiForNothing(`/api/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: () => showToast({ title: t('revoked'), tone: 'success' }),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
    onSettled: () => {
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.tokens });
    },
  });
  return (
    <ConfirmDialog
      open={token !== null}
      onOpenChange={onClose}
      title={t('revokeTitle', { name: token?.name ?? '' })}
      description={t('revokeText')}
      confirmLabel={t('revoke')}
      onConfirm={() => token && revoke.mutate(token.id)}
      busy={revoke.isPending}
    />
  );
}
