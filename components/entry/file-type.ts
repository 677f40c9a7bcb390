/** The groups that files are shown in: each has its icon, its colour and its word. */
export type FileGroup =
  | 'folder'
  | 'image'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'document'
  | 'sheet'
  | 'slides'
  | 'archive'
  | 'code'
  | 'text'
  | 'other';

const BY_EXTENSION: Partial<Record<FileGroup, string>> = {
  pdf: 'pdf',
  document: 'doc docx odt rtf pages wps',
  sheet: 'xls xlsx ods csv tsv numbers et',
  slides: 'ppt pptx odp key dps',
  archive: 'zip rar 7z tar gz tgz bz2 xz zst iso dmg',
  code: 'js mjs cjs ts tsx jsx json html htm css scss xml yaml yml toml sql sh py rb go rs java kt swift c h cc cpp hpp cs php lua vue svelte',
  text: 'txt md markdown log ini conf srt vtt',
  image: 'png jpg jpeg gif webp avif svg bmp tif tiff heic heif ico psd',
  video: 'mp4 m4v mov mkv webm avi wmv flv mpg mpeg rmvb',
  audio: 'mp3 m4a aac flac wav ogg opus wma aiff mid midi ape',
};

const GROUP_OF = new Map<string, FileGroup>();
for (const [group, extensions] of Object.entries(BY_EXTENSION)) {
  for (const extension of extensions.split(' ')) {
    // The keys of the table are file groups; Object.entries widens them to string.
    if (!GROUP_OF.has(extension)) GROUP_OF.set(extension, group as FileGroup);
  }
}

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
  const known = GROUP_OF.get(entry.extension.toLowerCase());
  if (known) return known;
  return BY_MIME_PREFIX.find(([prefix]) => entry.mimeType.startsWith(prefix))?.[1] ?? 'other';
}
