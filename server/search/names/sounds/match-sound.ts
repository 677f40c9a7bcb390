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
    // Or because nowhere could they be heard better than the ones before.
    if (best && SOUND_TIER[reading.quality].whole <= best.tier) continue;
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
  const asRead = ever.filter((start) => soundsAt(pieces, places, start, isHeardHere));
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

/** Where the pieces may be heard, each read as in this name or otherwise. */
function startsOf(pieces: SoundPiece[], places: SoundPlace[]): number[] {
  const starts: number[] = [];
  for (let start = 0; start <= places.length - pieces.length; start += 1) {
    if (soundsAt(pieces, places, start, isEverHeard)) starts.push(start);
  }
  return starts;
}

type IsHeard = (piece: SoundPiece, place: SoundPlace) => boolean;
const isHeardHere: IsHeard = (piece, place) => place.isReadHere(piece);
const isEverHeard: IsHeard = (piece, place) => place.isEverRead(piece);

function soundsAt(pieces: SoundPiece[], places: SoundPlace[], start: number, isHeard: IsHeard): boolean {
  return pieces.every((piece, index) => {
    const place = places[start + index];
    if (place === undefined) return false;
    return piece.kind === 'character' ? place.literal === piece.text : isHeard(piece, place);
  });
}
