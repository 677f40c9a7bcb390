import type { SearchableName, Span, WordMatch } from '../match-word';
import { SOUND_TIER, type SoundPosition } from '../ranks';
import type { SoundPlace } from './name-sounds';
import type { Reading, SoundPiece } from './query-readings';

/** The best way that one of the readings is heard in a name; null where none is. */
export function matchSound(readings: Reading[], name: SearchableName): WordMatch | null {
  // Most Latin names end here, however many readings there are.
  if (readings.length === 0 || name.sounds.length === 0) return null;
  const heard = name.sounds.reduce((all, place) => all | place.initialMask, 0);
  let best: WordMatch | null = null;
  for (const reading of readings) {
    // Most readings end here: with a letter that begins none of the syllables.
    if ((reading.initialMask & ~heard) !== 0) continue;
    const match = matchReading(reading, name);
    if (match && match.tier > (best?.tier ?? 0)) best = match;
  }
  return best;
}

function matchReading(reading: Reading, name: SearchableName): WordMatch | null {
  const { pieces } = reading;
  const places = name.sounds;
  const ever = startsOf(pieces, places);
  if (ever.length === 0) return null;
  const tokens = reading.tokens.map((text) => name.tokens.find((token) => token.text === text));
  if (tokens.includes(undefined)) return null;
  const asRead = ever.filter((start) => soundsAt(pieces, places, start, isReadHere));
  const starts = asRead.length > 0 ? asRead : ever;
  const tiers = SOUND_TIER[reading.quality];
  const spans: Span[] = starts.flatMap((start) => places.slice(start, start + pieces.length));
  return {
    tier: Math.max(
      tiers.other,
      ...asRead.map((start) => tiers[positionOf(places, start, start + pieces.length)]),
    ),
    matchedBy: 'pinyin',
    spans: [...spans, ...tokens.filter((token) => token !== undefined)],
  };
}

/** Places from `start` to before `end`, read as in this name. */
function positionOf(places: SoundPlace[], start: number, end: number): SoundPosition {
  const isWhole = start === 0 && end === places.length;
  if (places.slice(start + 1, end).some(({ opensRun }) => opensRun))
    return isWhole ? 'wholeBroken' : 'broken';
  if (isWhole) return 'whole';
  if (start === 0) return 'start';
  if (!places[start]?.opensRun) return 'inside';
  return (places[end]?.opensRun ?? true) ? 'run' : 'runStart';
}

type Reads = (place: SoundPlace, fits: (reading: string) => boolean) => boolean;
const isReadHere: Reads = (place, fits) => place.readings.some(fits);
const isEverRead: Reads = (place, fits) => place.isEverRead(fits);

/** Where the pieces may be heard, each read as in this name or otherwise. */
function startsOf(pieces: SoundPiece[], places: SoundPlace[]): number[] {
  const starts: number[] = [];
  for (let start = 0; start <= places.length - pieces.length; start += 1) {
    if (soundsAt(pieces, places, start, isEverRead)) starts.push(start);
  }
  return starts;
}

function soundsAt(pieces: SoundPiece[], places: SoundPlace[], start: number, reads: Reads): boolean {
  return pieces.every((piece, index) => {
    const place = places[start + index];
    return place !== undefined && soundsLike(piece, place, reads);
  });
}

function soundsLike({ kind, text }: SoundPiece, place: SoundPlace, reads: Reads): boolean {
  switch (kind) {
    case 'character':
      return place.literal === text;
    case 'syllable':
      return reads(place, (reading) => reading === text);
    case 'beginning':
      return reads(place, (reading) => reading.startsWith(text));
  }
}
