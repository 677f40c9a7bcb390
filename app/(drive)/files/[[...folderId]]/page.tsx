import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireSignIn } from '../../require-sign-in';
import { FilesScreen } from '../_screen/files-screen';
import { readOwnEntry } from '../read-own-entry';

interface FilesPageProps {
  params: Promise<{ folderId?: string[] }>;
  searchParams: Promise<{ show?: string | string[]; preview?: string | string[] }>;
}

/** The window is named after the folder; what cannot be found or seen stays without a name. */
export async function generateMetadata({ params }: FilesPageProps): Promise<Metadata> {
  const [folderId] = (await params).folderId ?? [];
  if (folderId === undefined) return { title: (await getTranslations('common.nav'))('files') };
  const folder = await readOwnEntry(folderId);
  return folder ? { title: folder.name } : {};
}

/** A folder of the drive; without an id the top. `?show=` selects an entry in it; a file's id leads to its folder. */
export default async function FilesPage({ params, searchParams }: FilesPageProps) {
  const [folderId = 'root', ...rest] = (await params).folderId ?? [];
  if (rest.length > 0) notFound();
  await requireSignIn(folderId === 'root' ? '/files' : `/files/${folderId}`);
  const entry = folderId === 'root' ? null : await readOwnEntry(folderId);
  if (entry?.kind === 'file') redirect(`/files/${entry.parentId}?show=${entry.id}`);
  const { show, preview } = await searchParams;
  const showId = typeof show === 'string' ? show : null;
  return (
    <FilesScreen
      key={`${folderId} ${showId}`}
      folderId={folderId}
      showId={showId}
      isCovered={preview !== undefined}
    />
  );
}
