const MIB = 1024 ** 2;
/** A larger file is a scan or a poster, and takes longer to read than a list is worth. */
const MAX_BYTES = 100 * MIB;

/** What a small picture is made of. HEIC is not among them: its decoder is patented, and no free build has it. */
const EXTENSIONS = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'tif', 'tiff']);

/** Whether a small picture is made of such a file. Its extension decides; `size` in bytes. */
export function mayHaveThumbnail({ extension, size }: { extension: string; size: number }): boolean {
  return EXTENSIONS.has(extension.toLowerCase()) && size > 0 && size <= MAX_BYTES;
}
