import { filterNamed } from './filter-names';
import { type LineFilter, readFilter } from './read-filter';

// What a person writes into the search box: words, "phrases", -words that must not stand in a name, and filters. What
// is not understood is a word: no line is ever an error. Pages edit the same line that the server reads.

/** A piece of a line. `raw` is how it was written, so that lines can be put together again. */
export type LinePart =
  | { kind: 'word' | 'phrase' | 'without'; text: string; raw: string }
  | { kind: 'filter'; filter: LineFilter; raw: string };

/** Longer lines are cut before anything looks at them. */
export const MAX_LINE_CHARACTERS = 1_000;

const SIZE = '\\d+(?:\\.\\d+)?(?:\\s*(?:[kmgt]i?b?|b))?';

const QUOTED = /^["“”＂]([^"“”＂]*\S[^"“”＂]*)["“”＂](?!\S)/u;
const FILTER_NAME = /^(\p{L}+)[:：]/u;
const FILTER_VALUE = /^(?:["“”＂]([^"“”＂]+)["“”＂](?!\S)|\S+)/u;
/** The one value with blanks in it that needs no quotation marks, for so sizes are written: '>10 MB', '1 MB..2 MB'. */
const SIZE_VALUE = new RegExp(`^(?:(?:${SIZE})?\\.\\.(?:${SIZE})?|(?:[<>＜＞]=?|[≤≥])?${SIZE})(?!\\S)`, 'iu');

/** The pieces of a line, in order. */
export function parseQueryLine(line: string): LinePart[] {
  const parts: LinePart[] = [];
  for (let rest = line.slice(0, MAX_LINE_CHARACTERS).trimStart(); rest !== ''; ) {
    const part = readPart(rest);
    parts.push(part);
    rest = rest.slice(part.raw.length).trimStart();
  }
  return parts;
}

/** The line of some pieces. No word becomes the unit of a size that it came to stand behind. */
export function writeQueryLine(parts: readonly Pick<LinePart, 'raw'>[]): string {
  return parts.map(({ raw }, index) => apartFrom(parts[index + 1]?.raw, raw)).join(' ');
}

/** Where the piece between them was taken out, 'size:>10' would take the word 'kb' for its unit. */
function apartFrom(next: string | undefined, raw: string): string {
  if (next === undefined) return raw;
  const read = readPart(`${raw} ${next}`);
  const isTaken = read.kind === 'filter' && read.filter.key === 'size' && read.raw !== raw;
  return isTaken ? raw.replace(/[:：](.+)$/u, ':"$1"') : raw;
}

function readPart(rest: string): LinePart {
  const quoted = QUOTED.exec(rest);
  if (quoted) return { kind: 'phrase', text: (quoted[1] ?? '').trim(), raw: quoted[0] };
  const filter = readFilterPart(rest);
  if (filter) return filter;
  if (/^-[^\s-]/u.test(rest)) {
    const [raw = rest, phrase] = QUOTED.exec(rest.slice(1)) ?? [];
    if (phrase !== undefined) return { kind: 'without', text: phrase.trim(), raw: `-${raw}` };
    const word = firstWord(rest);
    return { kind: 'without', text: word.slice(1), raw: word };
  }
  const word = firstWord(rest);
  return { kind: 'word', text: word, raw: word };
}

function readFilterPart(rest: string): LinePart | null {
  const [start = '', written = ''] = FILTER_NAME.exec(rest) ?? [];
  const name = filterNamed(written);
  if (name === null) return null;
  const value = rest.slice(start.length);
  const size = name === 'size' ? SIZE_VALUE.exec(value) : null;
  const [raw, quoted] = size ?? FILTER_VALUE.exec(value) ?? [];
  if (raw === undefined) return null;
  const filter = readFilter(name, (quoted ?? raw).trim());
  return filter && { kind: 'filter', filter, raw: start + raw };
}

function firstWord(rest: string): string {
  return /^\S+/u.exec(rest)?.[0] ?? rest;
}
