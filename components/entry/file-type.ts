import { groupOfExtension, type FileGroup as KnownGroup } from '@/contracts/file-types';

/** The groups that entries are shown in: each has its icon, its colour and its word. */
export type FileGroup = KnownGroup | 'folder' | 'other';

const BY_MIME_PREFIX: [string, FileGroup][] = [
  ['image/', 'image'],
  ['video/', 'video'],
  ['audio/', 'audio'],
  ['text/', 'text'],
  ['application/pdf', 'pdf'],
  ['application/zip', 'archive'],
];

/** The group of an entry: by its extension, else by its MIME type. */
export function fileGroup(entry: {
  kind: 'file' | 'folder';
  extension: string;
  mimeType: string;
}): FileGroup {
  if (entry.kind === 'folder') return 'folder';
  const known = groupOfExtension(entry.extension.toLowerCase());
  if (known) return known;
  return BY_MIME_PREFIX.find(([prefix]) => entry.mimeType.startsWith(prefix))?.[1] ?? 'other';
}
