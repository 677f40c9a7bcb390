import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_gateway/session';
import { readReturnPath } from '../return-path';
import { RegisterForm } from './register-form';

interface RegisterPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.register');
  return { title: t('title') };
}

/** The registration; whoever is signed in already goes where they wanted. */
export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const returnPath = readReturnPath((await searchParams).callbackUrl);
  if (await currentActor()) redirect(returnPath);
  return <RegisterForm returnPath={returnPath} />;
}
