import type { HighlightSegment, MatchKind } from '@/contracts/search';
import { foldName, foldText } from './fold/fold-name';
import { highlightName } from './highlight-name';
import { matchUnwritten, matchWritten, SearchableName, type WordMatch } from './match-word';
import { stemLength } from './name-parts';
import type { ParsedQuery } from './parse-query';
import { PHRASE_BONUS, type Step, stepsOf, TIER } from './ranks';

export interface NameMatch {
  /** At the last step that was asked for. Comparable across names and with the ranks of an engine (ranks.ts). */
  rank: number;
  /** The first step that finds this name. */
  step: Step;
  /** The first that would find it without its text; null where none would. */
  namedStep: Step | null;
}

/** For each word of a query, whether the text of a file holds it; null where no word does, or there is no text. */
export type InText = boolean[] | null;

export interface ShownMatch extends NameMatch {
  matchedBy: MatchKind[];
  /** Texts joined give the name to the letter. */
  segments: HighlightSegment[];
}

/**
 * Whether a file answers a query, and how well; null where it does not. A query without words matches all.
 * @param inText for each word, whether it stands in the text of the file.
 */
export function matchName(
  query: ParsedQuery,
  name: string,
  upTo: Step = 2,
  inText: InText = null,
): NameMatch | null {
  // Most names of a drive fail here, before anything is allocated for them.
  if (upTo === 0 && !inText && !holdsAllWords(query, name)) return null;
  const found = match(query, new SearchableName(foldName(name)), upTo, inText);
  return found && { rank: found.rank, step: found.step, namedStep: found.namedStep };
}

/** The same, with what is to be marked in the name and why it matched. */
export function showMatch(
  query: ParsedQuery,
  name: string,
  upTo: Step = 2,
  inText: InText = null,
): ShownMatch | null {
  const searchable = new SearchableName(foldName(name));
  const found = match(query, searchable, upTo, inText);
  if (!found) return null;
  return {
    rank: found.rank,
    step: found.step,
    namedStep: found.namedStep,
    matchedBy: MATCH_KINDS.filter((kind) => found.words.some(({ matchedBy }) => matchedBy === kind)),
    segments: highlightName(
      searchable.folded,
      found.words.flatMap(({ spans }) => spans),
    ),
  };
}

const MATCH_KINDS: MatchKind[] = ['name', 'pinyin', 'similar', 'content'];
const IN_TEXT: WordMatch = { tier: TIER.content, matchedBy: 'content', spans: [] };

function match(
  query: ParsedQuery,
  name: SearchableName,
  upTo: Step,
  inText: InText,
): (NameMatch & { words: WordMatch[] }) | null {
  // Most words of most names are found by no step, so each is looked for once and not in every step again.
  const written = query.words.map((word) => matchWritten(word, name));
  const inName = (step: Step) =>
    query.words.map((word, at) => written[at] ?? (step === 0 ? null : matchUnwritten(word, name, step)));
  // A step finds all that the steps before it find.
  const inNameAtLast = inName(upTo);
  const words = inNameAtLast.map((word, at) => betterOf(word, inText?.[at] ? IN_TEXT : null));
  if (!words.every((word) => word !== null)) return null;
  const earlier = stepsOf(query).filter((step) => step < upTo);
  const foundBy = [
    ...earlier.map((step) => ({ step, found: inName(step) })),
    { step: upTo, found: inNameAtLast },
  ];
  return {
    rank: words.reduce((sum, word) => sum + word.tier, phraseBonus(query, name)),
    step: foundBy.find(({ found }) => found.every((word, at) => word ?? inText?.[at]))?.step ?? upTo,
    namedStep: foundBy.find(({ found }) => found.every((word) => word !== null))?.step ?? null,
    words,
  };
}

function betterOf(one: WordMatch | null, other: WordMatch | null): WordMatch | null {
  return (one?.tier ?? 0) >= (other?.tier ?? 0) ? one : other;
}

function phraseBonus({ phrase, lastNumber }: ParsedQuery, name: SearchableName): number {
  const folded = name.folded.text;
  if (phrase === '') return 0;
  if (folded === phrase || folded.slice(0, stemLength(folded)) === phrase) return PHRASE_BONUS.exact;
  if (folded.startsWith(phrase) && (lastNumber === null || name.hasToken(lastNumber)))
    return PHRASE_BONUS.start;
  return phrase.includes(' ') && folded.includes(phrase) ? PHRASE_BONUS.inside : 0;
}

/** Whether every word stands in the name as written: what step 0 asks of it, without its rank. */
export function holdsAllWords(query: ParsedQuery, name: string): boolean {
  const folded = foldText(name);
  return query.words.every(({ text }) => folded.includes(text));
}
