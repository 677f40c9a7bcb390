import type { HighlightSegment } from '@/contracts/search';
import { foldName } from '../names/fold/fold-name';
import { highlightName } from '../names/highlight-name';
import type { ParsedQuery } from '../names/parse-query';
import { cutContentWords } from './content-words';
import { findPlace, findSideBySide } from './find-place';

const MAX_SNIPPETS = 2;
const CHARACTERS_BEFORE = 40;
const CHARACTERS = 180;
const ELLIPSIS = '…';

/**
 * Stretches of a text around the first place of each word, with every word of the query in them marked.
 * @param inText for each word, whether the text holds it: to look for one that it does not hold takes longest.
 */
export function showSnippets({ words }: ParsedQuery, text: string, inText: boolean[]): HighlightSegment[][] {
  const phrases = words.flatMap(({ content }, at) => (content && inText[at] ? [content.words] : []));
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
    phrases.flatMap((phrase) => findSideBySide(words, phrase)),
  );
}
