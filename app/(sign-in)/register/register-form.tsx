'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { ApiError, callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { useFieldProblems } from '@/components/use-field-problems';
import { type RegisterInput, registeredAccount } from '@/contracts/accounts';
import { findRegisterProblems } from '../find-problems';
import { OtherFormLink } from '../other-form-link';
import { useSignIn } from '../use-sign-in';

/** Makes an account and signs in to it. */
export function RegisterForm({ returnPath }: { returnPath: string }) {
  const t = useTranslations('account');
  const errorText = useErrorText();
  const router = useRouter();
  const signIn = useSignIn(returnPath);
  const { form, problems, show } = useFieldProblems<keyof RegisterInput>();
  const attempt = useMutation({
    mutationFn: async (input: RegisterInput) => {
      await callApi(registeredAccount, '/api/accounts', { method: 'POST', body: input });
      // The account is there: whatever goes wrong from here on, registering again would be refused.
      const signedIn = await signIn(input).catch(() => false);
      if (!signedIn) {
        showToast({ title: t('register.signInNow'), tone: 'success' });
        router.replace('/login');
      }
    },
    onError: (error) => isEmailTaken(error) && show({ email: errorText(error) }),
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (attempt.isPending) return;
    const data = new FormData(event.currentTarget);
    const input = {
      name: String(data.get('name')).trim(),
      email: String(data.get('email')).trim(),
      password: String(data.get('password')),
    };
    const { name, email, password } = findRegisterProblems(input);
    show({
      ...(name && { name: t(`problems.${name}`) }),
      ...(email && { email: t(`problems.${email}`) }),
      ...(password && { password: t(`problems.${password}`) }),
    });
    if (!name && !email && !password) attempt.mutate(input);
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <h1 className="font-semibold text-xl">{t('register.heading')}</h1>
      {attempt.error && !isEmailTaken(attempt.error) && <AttemptError error={attempt.error} />}
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        hint={t('register.nameHint')}
        error={problems.name}
      />
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
        autoComplete="new-password"
        hint={t('register.passwordHint')}
        error={problems.password}
      />
      <Button
        type="submit"
        variant="primary"
        size="large"
        className="mt-1 w-full"
        busy={attempt.isPending || attempt.isSuccess}
      >
        {t('register.submit')}
      </Button>
      <p className="text-center text-ink-soft">
        {t.rich('register.toLogin', {
          link: (text) => (
            <OtherFormLink href="/login" returnPath={returnPath}>
              {text}
            </OtherFormLink>
          ),
        })}
      </p>
    </form>
  );
}

function isEmailTaken(error: Error): boolean {
  return error instanceof ApiError && error.code === 'email_taken';
}
