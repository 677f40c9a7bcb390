'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { ApiError, callApiForNothing } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { showToast } from '@/components/ui/toast';
import { useFieldProblems } from '@/components/use-field-problems';
import { useMe } from '@/components/use-me';
import type { ChangePasswordInput } from '@/contracts/accounts';
import { findPasswordChangeProblems } from './find-password-change-problems';
import { SettingsSection } from './settings-section';

/** A new password for the one that is known. */
export function PasswordSection() {
  const t = useTranslations('account');
  const { data: me } = useMe();
  const client = useQueryClient();
  const { form, problems, show } = useFieldProblems<keyof ChangePasswordInput>();
  const change = useMutation({
    mutationFn: (body: ChangePasswordInput) =>
      callApiForNothing('/api/me/password', { method: 'POST', body }),
    onSuccess: () => {
      form.current?.reset();
      showToast({ title: t('settings.password.done'), tone: 'success' });
      return client.invalidateQueries({ queryKey: queryKeys.sessions });
    },
    onError: (error) =>
      isCurrentWrong(error) && show({ currentPassword: t('problems.passwordCurrentWrong') }),
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (change.isPending) return;
    const data = new FormData(event.currentTarget);
    const input = {
      currentPassword: String(data.get('currentPassword')),
      newPassword: String(data.get('newPassword')),
    };
    const { currentPassword, newPassword } = findPasswordChangeProblems(input);
    show({
      ...(currentPassword && { currentPassword: t(`problems.${currentPassword}`) }),
      ...(newPassword && { newPassword: t(`problems.${newPassword}`) }),
    });
    if (!currentPassword && !newPassword) change.mutate(input);
  }

  return (
    <SettingsSection title={t('settings.password.title')} text={t('settings.password.text')}>
      <form ref={form} onSubmit={submit} noValidate className="flex max-w-[360px] flex-col gap-4">
        {change.error && !isCurrentWrong(change.error) && <AttemptError error={change.error} />}
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={me?.email ?? ''} readOnly hidden />
        <PasswordField
          label={t('settings.password.current')}
          name="currentPassword"
          autoComplete="current-password"
          error={problems.currentPassword}
        />
        <PasswordField
          label={t('settings.password.new')}
          name="newPassword"
          autoComplete="new-password"
          hint={t('register.passwordHint')}
          error={problems.newPassword}
        />
        <Button type="submit" variant="primary" className="mt-1 self-start" busy={change.isPending}>
          {t('settings.password.submit')}
        </Button>
      </form>
    </SettingsSection>
  );
}

function isCurrentWrong(error: Error): boolean {
  return error instanceof ApiError && error.fields.some((field) => field.path === 'currentPassword');
}
