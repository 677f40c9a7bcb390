import { type FileGroup, fileGroup } from './file-type';

const VIEWABLE: ReadonlySet<FileGroup> = new Set<FileGroup>([
  'image',
  'video',
  'audio',
  'pdf',
  'text',
  'code',
]);

/** Whether browsers can show a file of this kind by themselves. */
export function isViewable(entry: { kind: 'file' | 'folder'; extension: string; mimeType: string }): boolean {
  return VIEWABLE.has(fileGroup(entry));
}
