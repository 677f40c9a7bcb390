import type { HighlightSegment } from '@/contracts/search';
import { foldName } from '../names/fold/fold-name';
import { highlightName } from '../names/highlight-name';
import type { Span } from '../names/match-word';
import type { ParsedQuery } from '../names/parse-query';
import { type ContentWord, cutContentWords } from './content-words';

const MAX_SNIPPETS = 2;
const CHARACTERS_BEFORE = 40;
const CHARACTERS = 180;
const ELLIPSIS = '…';
/** Folding is slow beside looking: of a text in another writing than the query's no more is folded. */
const FOLDED_CHARACTERS = 50_000;

/** Stretches of a text around the first place of each word, with every word of the query in them marked. */
export function showSnippets({ words }: ParsedQuery, text: string): HighlightSegment[][] {
  const phrases = words.flatMap(({ content }) => (content ? [content.words] : []));
  const places = phrases
    .map((phrase) => findPlace(text, phrase))
    .filter((place) => place !== null)
    .sort((first, second) => first - second);
  const snippets: HighlightSegment[][] = [];
  let shownTo = -1;
  for (const place of places) {
    if (place < shownTo || snippets.length === MAX_SNIPPETS) continue;
    const start = startOfWord(text, Math.max(0, place - CHARACTERS_BEFORE));
    shownTo = start + CHARACTERS;
    snippets.push(markIn(cutOut(text, start, shownTo), phrases));
  }
  return snippets;
}

/** A stretch of a text on one line, with '…' where the text goes on before or after it. */
function cutOut(text: string, start: number, end: number): string {
  const shown = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
  const goesOn = (rest: string) => (/\S/u.test(rest) ? ELLIPSIS : '');
  return `${goesOn(text.slice(0, start))}${shown}${goesOn(text.slice(end))}`;
}

/** Looked for as it is typed, and else in the folded text. */
function findPlace(text: string, phrase: string[]): number | null {
  const pattern = phrase.join('[^\\p{L}\\p{N}]*');
  const asTyped = new RegExp(`(?<![a-z0-9])${pattern}`, 'iu').exec(text);
  if (asTyped) return asTyped.index;
  const folded = foldName(text.slice(0, FOLDED_CHARACTERS));
  const [first] = findPhrase(cutContentWords(folded.text), phrase);
  return first ? (folded.starts?.[first.start] ?? first.start) : null;
}

/** The last blank before a place, so that no word is cut, unless that is too far away. */
function startOfWord(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 20), at);
  const blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'));
  return at === 0 || blank < 0 ? at : at - before.length + blank + 1;
}

function markIn(snippet: string, phrases: string[][]): HighlightSegment[] {
  const folded = foldName(snippet);
  const words = cutContentWords(folded.text);
  return highlightName(
    folded,
    phrases.flatMap((phrase) => findPhrase(words, phrase)),
  );
}

/** Where the words stand side by side; the last may go on, and only what was asked for is marked. */
function findPhrase(words: ContentWord[], phrase: string[]): Span[] {
  const last = phrase.length - 1;
  return words.flatMap(({ start }, at) => {
    const stands = phrase.every((text, offset) => {
      const word = words[at + offset]?.text;
      return offset === last ? word?.startsWith(text) : word === text;
    });
    const end = (words[at + last]?.start ?? 0) + (phrase[last]?.length ?? 0);
    return stands ? [{ start, end }] : [];
  });
}
