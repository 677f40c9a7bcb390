import { PINYIN_SYLLABLES } from './pinyin-syllables';

/** Letters of the longest syllable, 'zhuang'. */
export const MAX_SYLLABLE = 6;

/** A way to read letters: the less it costs, the likelier. */
interface Cut {
  pieces: string[];
  cost: number;
}

/**
 * Whole syllables that make up the letters, the likeliest first and at most `limit`: 'xian' is xian, then xi-an.
 * None where the letters are no pinyin.
 */
export function cutSyllables(letters: string, limit: number): string[][] {
  const cuts = likeliestCuts(letters, headSyllables, syllableCost, limit);
  const maxCost = (cuts[0]?.cost ?? 0) + MAX_EXTRA_COST;
  return cuts.filter(({ cost }) => cost <= maxCost).map(({ pieces }) => pieces);
}

/** Syllables of two letters or more and initials, in any mixture: 'niandubg' is nian-du-b-g. */
export function cutMixed(letters: string, limit: number): string[][] {
  const headsOf = (rest: string) => [...headSyllables(rest).filter(isLong), ...headInitials(rest)];
  return likeliestCuts(letters, headsOf, pieceCost, limit).map(({ pieces }) => pieces);
}

/** A syllable that no initial could be taken for. */
export function isLong(piece: string): boolean {
  return piece.length > 1 && PINYIN_SYLLABLES.has(piece);
}

/** What 'xi-an' costs more than 'xian'. */
const MAX_EXTRA_COST = 2;

/** The cheapest ways to cut letters into heads. Of equals those with longer pieces first. */
function likeliestCuts(
  letters: string,
  headsOf: (rest: string) => string[],
  innerCost: (head: string) => number,
  limit: number,
): Cut[] {
  // Of each end of the letters only the best cuts are kept, so that a long word costs its length and not two to it.
  const cutsFrom: Cut[][] = [];
  cutsFrom[letters.length] = [{ pieces: [], cost: 0 }];
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const cuts = headsOf(letters.slice(at)).flatMap((head) => {
      const cost = at === 0 ? 1 : innerCost(head);
      const behind = cutsFrom[at + head.length] ?? [];
      return behind.map((cut) => ({ pieces: [head, ...cut.pieces], cost: cost + cut.cost }));
    });
    cutsFrom[at] = cuts.sort((first, second) => first.cost - second.cost).slice(0, limit);
  }
  return cutsFrom[0] ?? [];
}

/** Inside a word: by the rules one that begins with a vowel stands behind an apostrophe, which few people type. */
function pieceCost(piece: string): number {
  return /^[aeo]/.test(piece) ? 2 : 1;
}

/** A and o alone are how exclamations are read, and hardly anything else. */
function syllableCost(syllable: string): number {
  return syllable === 'a' || syllable === 'o' ? 3 : pieceCost(syllable);
}

function headSyllables(rest: string): string[] {
  const heads: string[] = [];
  for (let length = Math.min(MAX_SYLLABLE, rest.length); length >= 1; length -= 1) {
    const head = rest.slice(0, length);
    if (PINYIN_SYLLABLES.has(head)) heads.push(head);
  }
  return heads;
}

/** 'zh' begins one syllable, or one with z and one with h. At the end both are the one letter that is left. */
function headInitials(rest: string): string[] {
  return [...new Set([rest.slice(0, 2), rest.charAt(0)])].filter((head) => INITIALS.has(head));
}

/** What the first letters of a syllable can be when they stand for all of it. */
export const INITIALS: ReadonlySet<string> = new Set([...'abcdefghjklmnopqrstwxyz', 'zh', 'ch', 'sh']);
