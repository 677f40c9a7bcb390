import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_gateway/session';
import { readReturnPath } from '../return-path';
import { LoginForm } from './login-form';

interface LoginPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.login');
  return { title: t('title') };
}

/** The sign-in; whoever is signed in already goes where they wanted. */
export default async function LoginPage({ searchParams }: LoginPageProps) {
  const returnPath = readReturnPath((await searchParams).callbackUrl);
  if (await currentActor()) redirect(returnPath);
  return <LoginForm returnPath={returnPath} />;
}
