'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { useFieldProblems } from '@/components/use-field-problems';
import { findSignInProblems } from '../find-problems';
import { OtherFormLink } from '../other-form-link';
import { useSignIn } from '../use-sign-in';

/** E-mail address and password. What is wrong is said at its field; too many tries count the wait down. */
export function LoginForm({ returnPath }: { returnPath: string }) {
  const t = useTranslations('account');
  const { form, problems, show } = useFieldProblems<'email' | 'password'>();
  const attempt = useMutation({
    mutationFn: useSignIn(returnPath),
    onSuccess: (signedIn) => !signedIn && show({ password: t('login.wrong') }),
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (attempt.isPending) return;
    const data = new FormData(event.currentTarget);
    const input = { email: String(data.get('email')).trim(), password: String(data.get('password')) };
    const { email, password } = findSignInProblems(input);
    show({
      ...(email && { email: t(`problems.${email}`) }),
      ...(password && { password: t(`problems.${password}`) }),
    });
    if (!email && !password) attempt.mutate(input);
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <h1 className="font-semibold text-xl">{t('login.heading')}</h1>
      {attempt.error && <AttemptError error={attempt.error} />}
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        error={problems.email}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        error={problems.password}
      />
      <Button
        type="submit"
        variant="primary"
        size="large"
        className="mt-1 w-full"
        busy={attempt.isPending || attempt.data === true}
      >
        {t('login.submit')}
      </Button>
      <p className="text-center text-ink-soft">
        {t.rich('login.toRegister', {
          link: (text) => (
            <OtherFormLink href="/register" returnPath={returnPath}>
              {text}
            </OtherFormLink>
          ),
        })}
      </p>
    </form>
  );
}
