import { pinyin, polyphonic } from 'pinyin-pro';
import { isHan, unitsOf } from '../fold/characters';
import type { FoldedName } from '../fold/fold-name';
import { ANY_INITIAL, initialMaskOf } from './initial-mask';
import type { SoundPiece } from './query-readings';

// How a name is read aloud: one place per Chinese character, all else left out, so that a reading goes on
// across separators and digits ('年度-报告').

const readingsOf = new Map<string, EverRead>();
const readAlouds = new Map<string, string[]>();
const MAX_CACHED_TEXTS = 20_000;

/** The Chinese characters of a name, in their order. */
export function nameSounds(name: FoldedName): SoundPlace[] {
  const { text } = name;
  const places: SoundPlace[] = [];
  let run: SoundPlace[] = [];
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const end = at + unitsOf(codePoint);
    if (isHan(codePoint)) {
      if (run.at(-1)?.end !== at) run = [];
      const place = new SoundPlace(name, at, end, run);
      run.push(place);
      places.push(place);
    }
    at = end;
  }
  return places;
}

/** How a character is read anywhere. */
interface EverRead {
  readings: string[];
  initialMask: number;
}

/** One Chinese character of a name. How the name reads it is worked out when first asked for: few places are. */
export class SoundPlace {
  /** The character as folded. */
  readonly literal: string;
  /** As it stands in the name. */
  readonly source: string;
  /** Offsets in the folded name. */
  readonly start: number;
  readonly end: number;
  /** Something else stands before it, or nothing. */
  readonly opensRun: boolean;
  /** Its neighbours and itself: they are read aloud together. */
  readonly #run: SoundPlace[];
  readonly #index: number;
  readonly #ever: EverRead;
  #here: string[] | undefined;

  constructor({ text, original, starts, ends }: FoldedName, start: number, end: number, run: SoundPlace[]) {
    this.literal = text.slice(start, end);
    this.source =
      text === original ? this.literal : original.slice(starts?.[start] ?? start, ends?.[end - 1] ?? end);
    this.start = start;
    this.end = end;
    this.opensRun = run.length === 0;
    this.#run = run;
    this.#index = run.length;
    this.#ever = everRead(this.literal, this.source);
  }

  /** With which letters it may begin, here or elsewhere. */
  get initialMask(): number {
    return this.#ever.initialMask;
  }

  /** Its syllable without tone as read in this name, in each spelling. */
  get readings(): string[] {
    const { readings } = this.#ever;
    if (readings.length === 1 && !READ_BEYOND_THEIR_LIST.has(this.literal)) return readings;
    this.#here ??= spellings([readAloud(asSpoken(this.#run))[this.#index] ?? '']);
    return this.#here;
  }

  /** What it is read elsewhere. */
  get otherReadings(): string[] {
    const { readings } = this;
    return this.#ever.readings.filter((reading) => !readings.includes(reading));
  }

  /** Whether it is read so as in this name. */
  isReadHere(sound: SoundPiece): boolean {
    return isOneOf(this.readings, sound);
  }

  /** Whether it is read so here or elsewhere: the cheaper question. */
  isEverRead(sound: SoundPiece): boolean {
    if (isOneOf(this.#ever.readings, sound)) return true;
    return READ_BEYOND_THEIR_LIST.has(this.literal) && this.isReadHere(sound);
  }
}

/** A loop: `some` would make a function for each sound of each of thousands of names. */
function isOneOf(readings: string[], { kind, text }: SoundPiece): boolean {
  for (const reading of readings) {
    if (kind === 'beginning' ? reading.startsWith(text) : reading === text) return true;
  }
  return false;
}

/** Characters that the dictionary reads in one word ('阿房宫') as it does not list them: their list is not all. */
const READ_BEYOND_THEIR_LIST: ReadonlySet<string> = new Set('房傍枝从告');

function everRead(literal: string, source: string): EverRead {
  if (source === literal) return allReadings(literal);
  const [folded, written] = [allReadings(literal), allReadings(source)];
  return {
    readings: [...new Set([...folded.readings, ...written.readings])],
    initialMask: folded.initialMask | written.initialMask,
  };
}

/** Simplified Chinese has these too, with a sound of their own; folding takes them for traditional writing. */
const KEPT_IN_SIMPLIFIED: ReadonlySet<string> = new Set('么乾著');

/** What is read aloud: the folded text, whose words the dictionary knows, but '什么' and '著名' as they stand. */
function asSpoken(run: SoundPlace[]): string {
  const isSimplified = run.every(
    ({ literal, source }) => source === literal || KEPT_IN_SIMPLIFIED.has(source),
  );
  const spoken = run.map(({ literal, source }) => {
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

function allReadings(character: string): EverRead {
  const known = readingsOf.get(character);
  if (known) return known;
  const readings = spellings(polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? []);
  const initialMask = READ_BEYOND_THEIR_LIST.has(character) ? ANY_INITIAL : initialMaskOf(readings);
  readingsOf.set(character, { readings, initialMask });
  return { readings, initialMask };
}
