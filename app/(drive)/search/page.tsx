import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { searchHref } from '@/components/entry/entry-links';
import { requireSignIn } from '../require-sign-in';
import { SearchScreen } from './search-screen';

interface SearchPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const t = await getTranslations('search');
  const { q } = await searchParams;
  return {
    title: typeof q === 'string' && q.trim() !== '' ? t('resultsFor', { query: q.trim() }) : t('title'),
  };
}

/** What the search found. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { q } = await searchParams;
  await requireSignIn(typeof q === 'string' ? searchHref(q) : '/search');
  return <SearchScreen />;
}
