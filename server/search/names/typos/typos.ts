import { countLetters, type Lengths, MIN_TYPO_LETTERS } from '../name-parts';
import { editDistance } from './edit-distance';

// Who may be misspelt how badly: one typing error where the typed word or the one meant has five characters or more,
// two from nine. (A five-letter word that lost a letter has four.)

/** How a typed word may differ from one of a name. */
export interface AllowedTypos {
  text: string;
  /** For each number of errors, the shortest word of a name that may be meant. */
  limits: { edits: 1 | 2; minLength: number }[];
  /** What is meant is no shorter and no longer, in UTF-16 units: an error changes two of them at most. */
  lengths: Lengths;
  /** Fragments: of at least one list all stand in whatever was meant. Cheap to ask for before counting errors. */
  fragments: string[][];
  /** Words that were compared already: names of one drive share most of theirs. */
  compared: Map<string, 1 | 2 | null>;
}

const LONG_WORDS = [
  { edits: 1, minLength: 5 },
  { edits: 2, minLength: 9 },
] as const;

/** Neither typed nor meant is a word shorter than this where two errors part them. */
export const MIN_TWO_ERRORS = LONG_WORDS[1].minLength - LONG_WORDS[1].edits;

/** How many errors a word of so many characters may have. */
export function mostTypos(length: number): number {
  return LONG_WORDS.findLast(({ minLength }) => length >= minLength)?.edits ?? 0;
}

/**
 * How a folded word without separators may be misspelt; null where it has fewer than MIN_TYPO_LETTERS letters.
 */
export function allowedTypos(text: string): AllowedTypos | null {
  const { length } = Array.from(text);
  if (countLetters(text) < MIN_TYPO_LETTERS) return null;
  const limits = LONG_WORDS.filter(({ edits, minLength }) => length >= minLength - edits).map(
    ({ edits, minLength }) => ({ edits, minLength: length >= minLength ? 0 : minLength }),
  );
  const units = limits.length * 2;
  const lengths = { min: text.length - units, max: text.length + units };
  return {
    text,
    limits,
    lengths,
    fragments: limits.length === 1 ? around(text) : aroundHalves(text),
    compared: new Map(),
  };
}

/**
 * The `minLength`s that a word of a name is to be found under by typed words shorter than it: they may mean it where it
 * has that length, within the errors of that limit.
 */
export function leastLengthsThatReach(word: string): number[] {
  const { length } = Array.from(word);
  return LONG_WORDS.filter(({ edits, minLength }) => length >= minLength && length < minLength + edits).map(
    ({ minLength }) => minLength,
  );
}

/** How many errors turn the typed word into one of a name; null where they are too many. */
export function countTypos(allowed: AllowedTypos, meant: string): 1 | 2 | null {
  const known = allowed.compared.get(meant);
  if (known !== undefined) return known;
  const typos = compareWith(allowed, meant);
  allowed.compared.set(meant, typos);
  return typos;
}

function compareWith({ text, limits }: AllowedTypos, meant: string): 1 | 2 | null {
  const distance = editDistance(text, meant, limits.at(-1)?.edits ?? 1);
  const limit = limits.find(
    ({ edits, minLength }) => distance <= edits && Array.from(meant).length >= minLength,
  );
  return limit?.edits ?? null;
}

/** What is left of a word with one error at any place: what is before and after it, or two neighbours swapped. */
function around(text: string): string[][] {
  const characters = Array.from(text);
  const join = (from: number, to = characters.length) => characters.slice(from, to).join('');
  const spoilt = characters.map((_, at) => [join(0, at), join(at + 1)]);
  const swapped = characters
    .slice(1)
    .map((second, at) => [`${join(0, at)}${second}${characters[at] ?? ''}${join(at + 2)}`]);
  return [...spoilt, ...swapped].map((fragments) => fragments.filter((fragment) => fragment !== ''));
}

/** Of two errors at most one is in one of the halves. */
function aroundHalves(text: string): string[][] {
  const characters = Array.from(text);
  const middle = Math.ceil(characters.length / 2);
  return [...around(characters.slice(0, middle).join('')), ...around(characters.slice(middle).join(''))];
}
