import { isReadAsText } from '@/contracts/media-types';

export type ViewerKind = 'image' | 'video' | 'audio' | 'pdf' | 'markdown' | 'text' | 'none';

/** The pictures that every browser of today decodes. */
const IMAGES = /^image\/(?:png|apng|jpeg|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)$/i;

/** How a file is shown, by what its name says it is; `none` where there is no way to. */
export function chooseViewer(file: { extension: string; mimeType: string }): ViewerKind {
  const { mimeType } = file;
  if (IMAGES.test(mimeType)) return 'image';
  if (mimeType === 'application/pdf') return 'pdf';
  if (mimeType === 'text/markdown') return 'markdown';
  if (isReadAsText(file)) return 'text';
  if (/^video\//i.test(mimeType)) return 'video';
  if (/^audio\//i.test(mimeType)) return 'audio';
  return 'none';
}
