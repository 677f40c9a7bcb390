'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { Checkbox } from '@/components/ui/checkbox';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { useMe } from '@/components/use-me';
import { type Me, me as meSchema } from '@/contracts/accounts';
import { SettingsSection } from './settings-section';

/** What one wants to be told. */
export function NoticesSection() {
  const t = useTranslations('account.settings.notices');
  const errorText = useErrorText();
  const client = useQueryClient();
  const { data: me } = useMe();
  const change = useMutation({
    mutationFn: (endNotices: boolean) =>
      callApi(meSchema, '/api/me', { method: 'PATCH', body: { endNotices } }),
    onSuccess: (changed) => client.setQueryData<Me>(queryKeys.me, changed),
    onError: (error) => showToast({ title: errorText(error), tone: 'error' }),
  });
  // What was clicked is shown at once; a refusal takes it back.
  const shown = change.isPending ? change.variables : me?.endNotices;
  return (
    <SettingsSection title={t('title')}>
      <Checkbox
        label={t('endNotices')}
        checked={shown ?? false}
        disabled={me === undefined}
        onCheckedChange={(endNotices) => change.mutate(endNotices)}
      />
    </SettingsSection>
  );
}
