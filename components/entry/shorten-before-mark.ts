import type { HighlightSegment } from '@/contracts/search';

/** In half widths, as a Chinese character takes two: what fits on one line of a desktop and on two of a phone. */
const SEEN_WIDTH = 56;
const KEPT_AT_EACH_END = 20;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Leaves out the middle of what stands before the first mark where it is so long that the mark would not be seen.
 * @returns the same segments where nothing has to be left out.
 */
export function shortenBeforeMark(segments: HighlightSegment[]): HighlightSegment[] {
  const [first, ...others] = segments;
  if (!first || first.match || others.length === 0) return segments;
  const pieces = Array.from(graphemes.segment(first.text), ({ segment }) => segment);
  if (widthOf(pieces) <= SEEN_WIDTH) return segments;
  const head = takeWidth(pieces);
  const tail = takeWidth(pieces.toReversed()).toReversed();
  return [{ text: `${head.join('')}…${tail.join('')}`, match: false }, ...others];
}

function takeWidth(pieces: string[]): string[] {
  let width = 0;
  const end = pieces.findIndex((piece) => {
    width += widthOf([piece]);
    return width > KEPT_AT_EACH_END;
  });
  return end < 0 ? pieces : pieces.slice(0, end);
}

function widthOf(pieces: string[]): number {
  return pieces.reduce((sum, piece) => sum + (WIDE.test(piece) ? 2 : 1), 0);
}
