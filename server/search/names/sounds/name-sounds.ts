import { pinyin, polyphonic } from 'pinyin-pro';
import { isHan } from '../fold/characters';
import type { FoldedName } from '../fold/fold-name';
import type { Span } from '../match-word';

// How a name is read aloud: one place per Chinese character, all else left out, so that a reading goes on
// across separators and digits ('年度-报告').

export interface SoundPlace {
  /** The character as folded. */
  literal: string;
  /** Its syllable without tone as read in this name, in each spelling. */
  readings: string[];
  /** What it is read elsewhere. */
  otherReadings: string[];
  /** Something else stands before it, or nothing. */
  opensRun: boolean;
  /** Offsets in the folded name. */
  start: number;
  end: number;
}

const readingsOf = new Map<string, string[]>();
const readAlouds = new Map<string, string[]>();
const MAX_CACHED_TEXTS = 20_000;

export function nameSounds(name: FoldedName): SoundPlace[] {
  const places: SoundPlace[] = [];
  for (const run of hanRuns(name.text)) {
    const characters = charactersOf(name, run);
    const inContext = readAloud(asSpoken(characters));
    characters.forEach(({ literal, source, start, end }, index) => {
      const readings = spellings([inContext[index] ?? '']);
      const elsewhere =
        source === literal ? allReadings(literal) : union(allReadings(literal), allReadings(source));
      const otherReadings = elsewhere.filter((reading) => !readings.includes(reading));
      places.push({ literal, readings, otherReadings, opensRun: index === 0, start, end });
    });
  }
  return places;
}

interface Character extends Span {
  /** As folded, and as it stands in the name. */
  literal: string;
  source: string;
}

function charactersOf(name: FoldedName, run: { text: string; start: number }): Character[] {
  let at = run.start;
  return Array.from(run.text, (literal) => {
    const start = at;
    at += literal.length;
    const source = name.original.slice(name.starts?.[start] ?? start, name.ends?.[at - 1] ?? at);
    return { literal, source, start, end: at };
  });
}

/** Simplified Chinese has these too, with a sound of their own; folding takes them for traditional writing. */
const KEPT_IN_SIMPLIFIED: ReadonlySet<string> = new Set('么乾著');

/** What is read aloud: the folded text, whose words the dictionary knows, but '什么' and '著名' as they stand. */
function asSpoken(characters: Character[]): string {
  const isSimplified = characters.every(
    ({ literal, source }) => source === literal || KEPT_IN_SIMPLIFIED.has(source),
  );
  const spoken = characters.map(({ literal, source }) => {
    if (isSimplified) return source;
    return literal === '幺' && source !== literal ? '么' : literal;
  });
  return spoken.join('');
}

/** A syllable per character. The same few stretches of Chinese stand in most names of a drive. */
function readAloud(text: string): string[] {
  const known = readAlouds.get(text);
  if (known) return known;
  if (readAlouds.size >= MAX_CACHED_TEXTS) readAlouds.clear();
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  readAlouds.set(text, syllables);
  return syllables;
}

function union(first: string[], second: string[]): string[] {
  return [...new Set([...first, ...second])];
}

/** Syllables as people type them: ü is v on a keyboard, and u where the letter before allows it. */
function spellings(readings: string[]): string[] {
  const typed = new Set<string>();
  for (const reading of readings) {
    if (!/^[a-z]+$/.test(reading)) continue;
    typed.add(reading);
    if (reading.includes('v')) typed.add(reading.replace('v', 'u'));
  }
  return [...typed];
}

function allReadings(character: string): string[] {
  const known = readingsOf.get(character);
  if (known) return known;
  const found = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [];
  const readings = spellings(found);
  readingsOf.set(character, readings);
  return readings;
}

function hanRuns(text: string): { text: string; start: number }[] {
  const runs: { text: string; start: number }[] = [];
  let end = -1;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(codePoint);
    if (isHan(codePoint)) {
      const run = end === at ? runs.at(-1) : undefined;
      if (run) run.text += character;
      else runs.push({ text: character, start: at });
      end = at + character.length;
    }
    at += character.length;
  }
  return runs;
}
