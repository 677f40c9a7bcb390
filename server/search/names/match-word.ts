import { type FoldedName, foldWritten } from './fold/fold-name';
import { type SquashedText, squashText } from './fold/squash-text';
import { cutWords, type Lengths, type NamePart, nameTokens, typoTokens, type Word } from './name-parts';
import type { QueryWord } from './parse-query';
import { AS_TYPED, TIER } from './ranks';
import { matchSound } from './sounds/match-sound';
import { nameSounds, type SoundPlace } from './sounds/name-sounds';
import { countTypos } from './typos/typos';

/** A stretch of the folded name, offsets in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

export interface WordMatch {
  tier: number;
  matchedBy: 'name' | 'pinyin' | 'similar' | 'content';
  spans: Span[];
}

/** A folded name with its parts, each worked out when first asked for. */
export class SearchableName {
  readonly folded: FoldedName;
  #written: string | undefined;
  #words: Word[] | undefined;
  #tokens: NamePart[] | undefined;
  #sounds: SoundPlace[] | undefined;
  #squashed: SquashedText | undefined;

  constructor(folded: FoldedName) {
    this.folded = folded;
  }

  /** Folded, with its Chinese as it is written. */
  get written(): string {
    this.#written ??= foldWritten(this.folded.original);
    return this.#written;
  }

  get tokens(): NamePart[] {
    this.#tokens ??= nameTokens(this.folded, this.#cutWords());
    return this.#tokens;
  }

  hasToken(text: string): boolean {
    return this.tokens.some((token) => token.text === text);
  }

  /** Those of such lengths: worked out anew each time, because few of them are ever asked for. */
  typoTokens(lengths?: Lengths): NamePart[] {
    return typoTokens(this.folded, this.#cutWords(), lengths);
  }

  get sounds(): SoundPlace[] {
    this.#sounds ??= nameSounds(this.folded);
    return this.#sounds;
  }

  get squashed(): SquashedText {
    this.#squashed ??= squashText(this.folded.text);
    return this.#squashed;
  }

  #cutWords(): Word[] {
    this.#words ??= cutWords(this.folded);
    return this.#words;
  }
}

/** How a word that does not stand in a name as written is found by a step after the first; null where it is not. */
export function matchUnwritten(word: QueryWord, name: SearchableName, step: 1 | 2): WordMatch | null {
  if (step === 1) {
    const strong = word.readings.filter((reading) => reading.strong);
    return matchSound(strong, name);
  }
  const squashed = matchSquashed(word, name);
  if (squashed?.tier === TIER.squashed) return squashed;
  const otherwise = matchSound(word.readings, name) ?? matchTypo(word, name);
  return otherwise && otherwise.tier > (squashed?.tier ?? 0) ? otherwise : squashed;
}

/** How a word stands in a name as written. */
export function matchWritten(word: QueryWord, name: SearchableName): WordMatch | null {
  const spans = occurrences(name.folded.text, word.text);
  if (spans.length === 0) return null;
  const isAsTyped = word.written !== null && name.written.includes(word.written);
  const tier = writtenTier(word, name) + (isAsTyped ? AS_TYPED : 0);
  return { tier, matchedBy: 'name', spans };
}

function writtenTier(word: QueryWord, name: SearchableName): number {
  const last = word.tokens.at(-1);
  if (last === undefined) return word.hasCjk ? TIER.token : TIER.substring;
  if (!word.tokens.slice(0, -1).every((token) => name.hasToken(token))) return TIER.substring;
  if (name.hasToken(last)) return TIER.token;
  return name.tokens.some((token) => token.text.startsWith(last)) ? TIER.tokenStart : TIER.substring;
}

function matchSquashed(word: QueryWord, name: SearchableName): WordMatch | null {
  if (word.squashed === null) return null;
  const { text, offsets } = name.squashed;
  const spans = occurrences(text, word.squashed).map(({ start, end }) => ({
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  }));
  if (spans.length === 0) return null;
  return { tier: squashedTier(word, word.squashed, name), matchedBy: 'name', spans };
}

/** Chinese, and what has too few letters to be misspelt, means what it says from any place on. */
function squashedTier(word: QueryWord, squashed: string, name: SearchableName): number {
  const fromStart = word.typo === null || name.typoTokens().some((token) => token.text.startsWith(squashed));
  return fromStart ? TIER.squashed : TIER.squashedInside;
}

function matchTypo(word: QueryWord, name: SearchableName): WordMatch | null {
  if (!word.typo) return null;
  const allowed = word.typo;
  const { text } = name.squashed;
  if (!allowed.fragments.some((all) => all.every((fragment) => text.includes(fragment)))) return null;
  const near = name.typoTokens(allowed.lengths).flatMap((token) => {
    const typos = countTypos(allowed, token.text);
    return typos === null ? [] : [{ token, tier: typoTier(typos, allowed.text, token.text) }];
  });
  if (near.length === 0) return null;
  const best = Math.max(...near.map(({ tier }) => tier));
  const spans = near.filter(({ tier }) => tier === best).map(({ token }) => token);
  return { tier: best, matchedBy: 'similar', spans };
}

function typoTier(typos: 1 | 2, typed: string, meant: string): number {
  const isAtStart = typed.codePointAt(0) !== meant.codePointAt(0);
  if (typos === 1) return isAtStart ? TIER.oneTypoAtStart : TIER.oneTypo;
  return isAtStart ? TIER.twoTyposAtStart : TIER.twoTypos;
}

function occurrences(text: string, wanted: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    spans.push({ start: at, end: at + wanted.length });
  }
  return spans;
}
