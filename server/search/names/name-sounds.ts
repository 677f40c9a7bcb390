import { pinyin, polyphonic } from 'pinyin-pro';
import { isHan } from './characters';
import type { FoldedName } from './fold-name';

// How a name is read aloud: one place per Chinese character, all else left out, so that a reading goes on
// across separators and digits ('年度-报告').

export interface SoundPlace {
  /** The character as folded. */
  literal: string;
  /** Its syllables without tones: as read in this name first, then its other readings. Never empty. */
  readings: string[];
  /** Offsets in the folded name. */
  start: number;
  end: number;
}

/** 41 characters of 20,000 have more than four readings; the rest of theirs are rare. */
export const MAX_READINGS = 4;

const readingsOf = new Map<string, string[]>();

export function nameSounds(name: FoldedName): SoundPlace[] {
  const places: SoundPlace[] = [];
  for (const run of hanRuns(name.text)) {
    const inContext = pinyin(run.text, { toneType: 'none', type: 'array', v: true });
    let at = run.start;
    Array.from(run.text).forEach((literal, index) => {
      const end = at + literal.length;
      const source = name.original.slice(name.starts?.[at] ?? at, name.ends?.[end - 1] ?? end);
      const readings = new Set([inContext[index] ?? '', ...allReadings(literal), ...allReadings(source)]);
      places.push({ literal, readings: spellings(readings), start: at, end });
      at = end;
    });
  }
  return places;
}

/** Syllables as people type them: ü is v on a keyboard, and u where the letter before allows it. */
function spellings(readings: Set<string>): string[] {
  const typed = new Set<string>();
  for (const reading of readings) {
    if (!/^[a-z]+$/.test(reading)) continue;
    typed.add(reading);
    if (reading.includes('v')) typed.add(reading.replace('v', 'u'));
  }
  return [...typed].slice(0, MAX_READINGS);
}

function allReadings(character: string): string[] {
  const known = readingsOf.get(character);
  if (known) return known;
  const found = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [];
  const readings = [...new Set(found)];
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
