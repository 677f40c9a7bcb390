const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** UTF-16 units that are handed to the segmenter at once. */
const STRETCH = 1_024;

/**
 * The graphemes of a text in order; `index` in UTF-16 units. Stretch by stretch, because V8 copies all it is given at
 * each step: one of 200,000 characters took half a minute, in which the process did nothing else. The last of a stretch
 * may go on in the next one, which begins with it: where a grapheme begins, nothing before it matters (UAX #29).
 */
export function* graphemesOf(text: string): Generator<{ segment: string; index: number }> {
  for (let start = 0, length = STRETCH; start < text.length; ) {
    // Half a pair of surrogates joins nothing, and what it is half of may.
    const end = start + length - (isHighSurrogate(text.charCodeAt(start + length - 1)) ? 1 : 0);
    const found = [...segmenter.segment(text.slice(start, end))];
    const open = end < text.length ? found.pop() : undefined;
    for (const { segment, index } of found) yield { segment, index: start + index };
    if (!open) return;
    start += open.index;
    // One grapheme may be longer than a stretch: accents can be stacked without end.
    length = found.length > 0 ? STRETCH : length * 2;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
