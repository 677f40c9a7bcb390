import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { services } from '@/app/_gateway/services';
import { currentActor } from '@/app/_gateway/session';
import { readEntry } from '@/server/drive/read-entry';
import { NetdiskError } from '@/server/errors';
import { requireSignIn } from '../../require-sign-in';
import { FilesScreen } from '../_screen/files-screen';

interface FilesPageProps {
  params: Promise<{ folderId?: string[] }>;
  searchParams: Promise<{ show?: string | string[] }>;
}

/** The window is named after the folder; what cannot be found or seen stays without a name. */
export async function generateMetadata({ params }: FilesPageProps): Promise<Metadata> {
  const [folderId] = (await params).folderId ?? [];
  const actor = await currentActor();
  if (!actor) return {};
  if (folderId === undefined) return { title: (await getTranslations('common.nav'))('files') };
  try {
    return { title: (await readEntry(services().db, actor, folderId)).name };
  } catch (error) {
    if (error instanceof NetdiskError) return {};
    throw error;
  }
}

/** A folder of the drive; without an id the top. `?show=` selects an entry in it. */
export default async function FilesPage({ params, searchParams }: FilesPageProps) {
  const [folderId = 'root', ...rest] = (await params).folderId ?? [];
  if (rest.length > 0) notFound();
  await requireSignIn(folderId === 'root' ? '/files' : `/files/${folderId}`);
  const { show } = await searchParams;
  return <FilesScreen key={folderId} folderId={folderId} showId={typeof show === 'string' ? show : null} />;
}
