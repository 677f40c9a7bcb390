import { isHan, kindOf } from '../fold/characters';

/** Characters of one kind side by side. */
export interface Run {
  kind: 'latin' | 'han' | 'digits';
  text: string;
}

/** As the rules of pinyin write it before a syllable that begins with a vowel; typesetters and keyboards have two more. */
const APOSTROPHES: ReadonlySet<string> = new Set("'’ʼ");

/** The runs of a folded word; null for a word with characters of other scripts, which no reading could account for. */
export function cutRuns(word: string): Run[] | null {
  const runs: Run[] = [];
  let previous = '';
  for (const character of word) {
    const kind = runKind(character);
    if (kind === 'foreign') return null;
    const last = runs.at(-1);
    // An apostrophe says where a syllable ends: xi'an is 西安 and not 先.
    if (kind !== null && last?.kind === kind && !APOSTROPHES.has(previous)) last.text += character;
    else if (kind !== null) runs.push({ kind, text: character });
    previous = character;
  }
  return runs;
}

/** Whether characters other than apostrophes stand beside its runs. */
export function holdsSeparators(word: string): boolean {
  return Array.from(word).some((character) => runKind(character) === null && !APOSTROPHES.has(character));
}

function runKind(character: string): Run['kind'] | 'foreign' | null {
  if (/[a-z]/.test(character)) return 'latin';
  const codePoint = character.codePointAt(0) ?? 0;
  if (isHan(codePoint)) return 'han';
  const kind = kindOf(codePoint);
  if (kind === 'digit') return 'digits';
  return kind === 'other' ? null : 'foreign';
}
