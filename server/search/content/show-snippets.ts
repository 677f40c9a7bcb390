import type { HighlightSegment } from '@/contracts/search';
import { foldName } from '../names/fold/fold-name';
import { highlightName } from '../names/highlight-name';
import type { ParsedQuery } from '../names/parse-query';
import { cutContentWords } from './content-words';
import { findPlaces, findSideBySide, type SoughtWords } from './find-places';

const MAX_SNIPPETS = 2;
const CHARACTERS_BEFORE = 40;
const CHARACTERS = 180;
/** A longer word is cut where the stretch begins. */
const MAX_WORD_BEFORE = 20;
const ELLIPSIS = '…';

/**
 * Stretches of a text, in its order: the one where most words of the query stand together, then what shows most of the
 * others. Every word of the query is marked in them.
 * @param inText for each word, whether the text holds it: to look for one that it does not hold takes longest.
 */
export function showSnippets({ words }: ParsedQuery, text: string, inText: boolean[]): HighlightSegment[][] {
  const phrases = words.flatMap(({ content }, at) => (content && inText[at] ? [content] : []));
  const places = phrases
    .flatMap((phrase, which) => findPlaces(text, phrase).map((at) => ({ at, which })))
    .sort((first, second) => first.at - second.at);
  const starts = choosePlaces(places).map((at) => startOfWord(text, Math.max(0, at - CHARACTERS_BEFORE)));
  return starts.map((start) => markIn(cutOut(text, start, start + CHARACTERS), phrases));
}

/** Where one of the words stands, and which. */
interface Place {
  at: number;
  which: number;
}

/** Places whose stretches show most words, each counted once; of two as good the first in the text. */
function choosePlaces(places: Place[]): number[] {
  const chosen: number[] = [];
  const shown = new Set<number>();
  while (chosen.length < MAX_SNIPPETS) {
    let best: { at: number; words: Set<number> } | null = null;
    for (const [index, { at }] of places.entries()) {
      const words = wordsFrom(places, index, shown);
      if (words.size > (best?.words.size ?? 0)) best = { at, words };
    }
    if (!best) break;
    chosen.push(best.at);
    for (const which of best.words) shown.add(which);
  }
  return chosen.sort((first, second) => first - second);
}

/** The words in the stretch that begins at a place, those left out that are shown already. */
function wordsFrom(places: Place[], index: number, shown: ReadonlySet<number>): Set<number> {
  const words = new Set<number>();
  const end = (places[index]?.at ?? 0) + CHARACTERS - CHARACTERS_BEFORE;
  for (let next = index; (places[next]?.at ?? end) < end; next += 1) {
    const which = places[next]?.which ?? 0;
    if (!shown.has(which)) words.add(which);
  }
  return words;
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
  const before = text.slice(Math.max(0, at - MAX_WORD_BEFORE), at);
  const blank = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'));
  return at === 0 || blank < 0 ? at : at - before.length + blank + 1;
}

function markIn(snippet: string, phrases: SoughtWords[]): HighlightSegment[] {
  const folded = foldName(snippet);
  const words = cutContentWords(folded.text);
  return highlightName(
    folded,
    phrases.flatMap((phrase) => findSideBySide(words, phrase)),
  );
}
