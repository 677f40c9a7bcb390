import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/components/page-frame';
import { requireSignIn } from '../require-sign-in';
import { EndNotices } from './end-notices';
import { ShareList } from './share-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shares.mine');
  return { title: t('title') };
}

/** What the account shares, and what became of it. */
export default async function SharesPage() {
  await requireSignIn('/shares');
  const t = await getTranslations('shares.mine');
  return (
    <PageFrame title={t('title')}>
      <EndNotices />
      <ShareList />
    </PageFrame>
  );
}
