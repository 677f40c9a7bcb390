import * as OpenCC from 'opencc-js/t2cn';
import { graphemesOf } from './graphemes';

// The one fold for names and queries: width, case, accents, and traditional to simplified Chinese. Every engine,
// the delta and the highlight compare folded text only, so they cannot disagree about what is equal. How Chinese was
// written before is asked for the order of the hits.

/** Folded text, and for each of its UTF-16 units the stretch of the original it came from. */
export interface FoldedName {
  original: string;
  text: string;
  /** Offsets in `original`, never inside a grapheme or a surrogate pair; null where they are the same. */
  starts: number[] | null;
  ends: number[] | null;
}

/** Printable ASCII without doubled blanks: folding it is lower case, offset by offset. */
const PLAIN_ASCII = /^(?!.* {2})[\x20-\x7e]*$/;
/** Scripts in which every UTF-16 unit is a grapheme of its own; all else goes through the segmenter. */
const SIMPLE_UNITS =
  /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uffee]*$/;
/**
 * Letters that have no canonical decomposition, the final sigma, and variants of Chinese characters (of Hong Kong, and
 * older simplified ones) that the conversion tables leave alone.
 */
const SPECIAL = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['ς', 'σ'],
  ...Array.from(
    '衞卫敍叙枱台粧妆糭粽暱昵馀余锺钟钜巨谘咨迳径讬托'.matchAll(/(.)(.)/gu),
    ([, from = '', to = '']) => [from, to] as const,
  ),
]);

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });
// Taiwan writes a few characters (著 for 着) that the general table leaves alone.
const fromTaiwan = OpenCC.Converter({ from: 'tw', to: 'cn' });
const foldedPieces = new Map<string, FoldedPiece>();
const MAX_CACHED_PIECES = 50_000;

/** Folds text without the way back to the original. */
export function foldText(text: string): string {
  return PLAIN_ASCII.test(text) ? text.toLowerCase() : foldName(text).text;
}

/** Folds text, but leaves its Chinese as it is written: foldText of the result is foldText of the text. */
export function foldWritten(text: string): string {
  return fold(text, 'written').text;
}

/** Folds a name and keeps, for each folded unit, where it came from. */
export function foldName(original: string): FoldedName {
  return fold(original, 'text');
}

function fold(original: string, form: keyof FoldedPiece): FoldedName {
  if (PLAIN_ASCII.test(original)) {
    return { original, text: original.toLowerCase(), starts: null, ends: null };
  }
  const isSimple = SIMPLE_UNITS.test(original);
  const unitByUnit = isSimple ? foldUnitByUnit(original, form) : null;
  if (unitByUnit !== null) return { original, text: unitByUnit, starts: null, ends: null };
  const folding: Folding = { pieces: [], starts: [], ends: [] };
  if (isSimple) {
    for (let at = 0; at < original.length; at += 1) append(folding, original.charAt(at), at, form);
  } else {
    for (const { segment, index } of graphemesOf(original)) append(folding, segment, index, form);
  }
  const { pieces, starts, ends } = folding;
  return { original, text: pieces.join(''), starts, ends };
}

/** Where each unit folds to one, as in most Chinese names: no way back has to be kept. Null where one does not. */
function foldUnitByUnit(original: string, form: keyof FoldedPiece): string | null {
  let text = '';
  let previous = '';
  for (let at = 0; at < original.length; at += 1) {
    const unit = foldPiece(original.charAt(at))[form];
    if (unit.length !== 1 || (unit === ' ' && previous === ' ')) return null;
    text += unit;
    previous = unit;
  }
  return text;
}

/** A text that is being folded. Joined at the end: to look at a string that grows is to copy it, each time. */
interface Folding {
  pieces: string[];
  starts: number[];
  ends: number[];
}

function append(folding: Folding, piece: string, at: number, form: keyof FoldedPiece): void {
  const text = foldPiece(piece)[form];
  // Several blanks in a row are one: a query cannot tell them apart.
  if (text === '' || (text === ' ' && folding.pieces.at(-1)?.endsWith(' '))) return;
  folding.pieces.push(text);
  for (let unit = 0; unit < text.length; unit += 1) {
    folding.starts.push(at);
    folding.ends.push(at + piece.length);
  }
}

interface FoldedPiece {
  text: string;
  /** Before traditional characters become simplified ones. */
  written: string;
}

function foldPiece(piece: string): FoldedPiece {
  const known = foldedPieces.get(piece);
  if (known !== undefined) return known;
  if (foldedPieces.size >= MAX_CACHED_PIECES) foldedPieces.clear();
  const folded = computePiece(piece);
  foldedPieces.set(piece, folded);
  return folded;
}

function computePiece(piece: string): FoldedPiece {
  const written = piece
    .replace(/\p{Cs}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    // Accents of Latin, Greek and Cyrillic only: marks of other scripts (dakuten, vowel signs) carry meaning.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    // Controls, joiners, direction marks and variation selectors are invisible: nobody types them.
    .replace(/[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu, '');
  const simplified = Array.from(
    written,
    (character) => SPECIAL.get(character) ?? fromTaiwan(toSimplified(character)),
  );
  return { text: simplified.join(''), written };
}
