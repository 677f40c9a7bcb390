import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: t('notFound.title') };
}

/** The page of an address that leads nowhere. */
export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <main id="content" className="flex min-h-[70dvh] items-center justify-center">
      <EmptyState
        heading="h1"
        icon={Compass}
        title={t('notFound.title')}
        text={t('notFound.text')}
        actions={
          <Link href="/files" className={buttonClasses({ variant: 'primary' })}>
            {t('backToFiles')}
          </Link>
        }
      />
    </main>
  );
}
