import { notFound } from 'next/navigation';
import { requireSignIn } from '../../require-sign-in';
import { FilesScreen } from '../_screen/files-screen';

interface FilesPageProps {
  params: Promise<{ folderId?: string[] }>;
  searchParams: Promise<{ show?: string | string[] }>;
}

/** A folder of the drive; without an id the top. `?show=` selects an entry in it. */
export default async function FilesPage({ params, searchParams }: FilesPageProps) {
  const [folderId = 'root', ...rest] = (await params).folderId ?? [];
  if (rest.length > 0) notFound();
  await requireSignIn(folderId === 'root' ? '/files' : `/files/${folderId}`);
  const { show } = await searchParams;
  return <FilesScreen key={folderId} folderId={folderId} showId={typeof show === 'string' ? show : null} />;
}
