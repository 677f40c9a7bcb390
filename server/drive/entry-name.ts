import type { EntryKind } from '@/contracts/entries';
import { invalidInput } from '@/server/errors';

// Pure rules: which names an entry may have, when two are the same, and what a taken one becomes.

/** What the file systems people sync with allow (ext4, APFS and NTFS agree on nothing longer). */
const MAX_NAME_BYTES = 255;
/** The dot included. */
const MAX_EXTENSION_CHARACTERS = 33;

/** C0, DEL and C1 controls (a NUL no database keeps) and halves of surrogate pairs, which are no text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** Nothing that a person could see, click or type. */
const INVISIBLE = /^[\p{Z}\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * A name as it is kept: NFC, without white space at either end. Both make a name typed on one system the same
 * as that of another: macOS sends decomposed letters, and a blank at the end cannot be seen.
 *
 * '\' is refused with '/': Windows reads it as a folder in every archive or synced copy made of this name, and
 * a file called '..\x' would land outside of where it was unpacked.
 * @throws {NetdiskError} `invalid_input` naming `field`, with the remedy.
 */
export function parseEntryName(raw: string, field = 'name'): string {
  const name = raw.normalize('NFC').trim();
  if (INVISIBLE.test(name)) throw invalidInput(field, 'Give a name with at least one visible character.');
  if (name === '.' || name === '..') {
    throw invalidInput(field, "'.' and '..' mean folders to other systems. Choose another name.");
  }
  if (/[/\\]/.test(name)) throw invalidInput(field, "A name cannot contain '/' or '\\'. Leave them out.");
  if (UNPRINTABLE.test(name)) {
    throw invalidInput(field, 'The name contains a control character or broken text. Type it again.');
  }
  const bytes = Buffer.byteLength(name);
  if (bytes > MAX_NAME_BYTES) {
    throw invalidInput(field, `The name has ${bytes} bytes, ${MAX_NAME_BYTES} are allowed. Shorten it.`);
  }
  return name;
}

/**
 * What must differ among siblings: the name without the difference of upper and lower case, as on Windows and
 * macOS. Simple folding on purpose: the full one would make 'ß' and 'ss' one name.
 */
export function nameKey(name: string): string {
  // Lower case alone depends on the place in the word: 'ΟΔΟΣ' ends in 'ς', but 'οδοσ' stays as it is.
  return name.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** Lower case, without the dot; '' for folders, for '.profile' and where what follows the dot is prose. */
export function extensionOf(name: string, kind: EntryKind): string {
  return endingOf(name, kind).slice(1).toLowerCase();
}

/** The n-th name to try when `name` is taken: 'a.txt' → 'a (1).txt'; a folder 'a.b' → 'a.b (1)'. */
export function numberedName(name: string, kind: EntryKind, number: number): string {
  const last = endingOf(name, kind);
  // 'a.tar.gz' stays an archive for the programs that go by both endings.
  const inner = last === '' ? '' : (/\.tar$/i.exec(name.slice(0, -last.length))?.[0] ?? '');
  const ending = inner + last;
  const stem = name.slice(0, name.length - ending.length);
  const suffix = ` (${number})${ending}`;
  return cutToBytes(stem, MAX_NAME_BYTES - Buffer.byteLength(suffix)).trimEnd() + suffix;
}

/** The extension as written, with its dot. */
function endingOf(name: string, kind: EntryKind): string {
  const ending = kind === 'file' ? (/[^.](\.[^.\s]+)$/u.exec(name)?.[1] ?? '') : '';
  return ending.length <= MAX_EXTENSION_CHARACTERS ? ending : '';
}

/** Cuts between characters: half a UTF-8 sequence or surrogate pair is no text. */
function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}
