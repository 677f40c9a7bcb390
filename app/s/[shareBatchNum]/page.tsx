import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_gateway/session';
import { ShareVisit } from './share-visit';

/** The same for every share, there or not: what a link preview shows reveals nothing of what is behind it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shares.visit');
  const title = t('pageTitle');
  const description = t('pageDescription');
  return {
    title,
    description,
    openGraph: { title, description, type: 'website' },
    robots: { index: false, follow: false, nocache: true },
    // The address is the key to the files: no other site may learn it.
    referrer: 'no-referrer',
  };
}

interface SharePageProps {
  params: Promise<{ shareBatchNum: string }>;
}

/** What a visitor of a share link sees. */
export default async function SharePage({ params }: SharePageProps) {
  const { shareBatchNum } = await params;
  const isSignedIn = (await currentActor()) !== null;
  return <ShareVisit shareBatchNum={shareBatchNum} isSignedIn={isSignedIn} />;
}
