import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireSignIn } from '../require-sign-in';
import { RecycleBinScreen } from './recycle-bin-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recycleBin');
  return { title: t('title') };
}

/** What was deleted, to be restored or to be deleted forever. */
export default async function RecycleBinPage() {
  await requireSignIn('/recycle-bin');
  return <RecycleBinScreen />;
}
