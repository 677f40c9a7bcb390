import { z } from 'zod';

/** What a search can be narrowed to, and what its hits are counted by; each entry is of exactly one. */
export const fileType = z.enum([
  'folder',
  'document',
  'pdf',
  'image',
  'video',
  'audio',
  'archive',
  'code',
  'other',
]);
export type FileType = z.infer<typeof fileType>;
export const FILE_TYPES = fileType.options;

/** The finer groups that files are shown in: each has its icon, its colour and its word. */
export type FileGroup = Exclude<FileType, 'folder' | 'other'> | 'sheet' | 'slides' | 'text';

// Elasticsearch keeps the type of each file: a change here raises MAPPING_VERSION.
const EXTENSIONS: Record<FileGroup, string> = {
  pdf: 'pdf',
  document: 'doc docx odt rtf pages wps',
  sheet: 'xls xlsx ods csv tsv numbers et',
  slides: 'ppt pptx odp key dps',
  archive: 'zip rar 7z tar gz tgz bz2 xz zst iso dmg',
  code: 'js mjs cjs ts tsx jsx json html htm css scss xml yaml yml toml sql sh py rb go rs java kt swift c h cc cpp hpp cs php lua vue svelte',
  text: 'txt md markdown log ini conf srt vtt',
  image: 'png jpg jpeg gif webp avif svg bmp tif tiff heic heif ico psd',
  video: 'mp4 m4v mov mkv webm avi wmv flv mpg mpeg rmvb 3gp',
  audio: 'mp3 m4a aac flac wav ogg opus wma aiff mid midi ape',
};

const GROUP_OF = new Map<string, FileGroup>();
for (const [group, extensions] of Object.entries(EXTENSIONS)) {
  for (const extension of extensions.split(' ')) {
    // The keys of the table are file groups; Object.entries widens them to string.
    GROUP_OF.set(extension, group as FileGroup);
  }
}

/** Every extension (lower case, without the dot) that says what a file is. */
export const KNOWN_EXTENSIONS: readonly string[] = [...GROUP_OF.keys()];

/** The group that an extension (lower case, without the dot) puts a file into. */
export function groupOfExtension(extension: string): FileGroup | undefined {
  return GROUP_OF.get(extension);
}

/** What an entry counts as in searches: its extension alone says it, the same in every engine. */
export function fileTypeOf({ kind, extension }: { kind: string; extension: string }): FileType {
  if (kind === 'folder') return 'folder';
  const group = GROUP_OF.get(extension);
  if (group === undefined) return 'other';
  return group === 'sheet' || group === 'slides' || group === 'text' ? 'document' : group;
}

/** The extensions of the files of some types; 'folder' and 'other' have none. */
export function extensionsOf(types: readonly FileType[]): string[] {
  return KNOWN_EXTENSIONS.filter((extension) => types.includes(fileTypeOf({ kind: 'file', extension })));
}
