import mime from 'mime';
import type { EntryKind } from '@/contracts/entries';
import { extensionOf } from './entry-name';

/** Where the registry knows the extension as something that hardly anybody keeps. */
const PREFERRED = new Map([
  ['ts', 'text/x-typescript'], // not MPEG transport streams
  ['tsx', 'text/x-typescript'],
  ['mts', 'text/x-typescript'],
  ['py', 'text/x-python'],
  ['go', 'text/x-go'],
  ['rs', 'text/x-rust'],
  ['kt', 'text/x-kotlin'],
  ['swift', 'text/x-swift'],
  ['vue', 'text/x-vue'],
  ['flac', 'audio/flac'],
  ['heic', 'image/heic'],
  ['ofd', 'application/ofd'],
  ['wps', 'application/wps-office.wps'],
]);

/** The media type a name suggests; '' for folders. Never believed where bytes are served (file-response.ts). */
export function mediaTypeOf(name: string, kind: EntryKind): string {
  if (kind === 'folder') return '';
  const extension = extensionOf(name, kind);
  return PREFERRED.get(extension) ?? mime.getType(extension) ?? 'application/octet-stream';
}
