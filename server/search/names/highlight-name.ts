import type { HighlightSegment } from '@/contracts/search';
import type { FoldedName } from './fold/fold-name';
import type { Span } from './match-word';

/** Cuts the original name at what matched. Offsets go back through the fold, so no grapheme is ever split. */
export function highlightName(name: FoldedName, spans: Span[]): HighlightSegment[] {
  const segments: HighlightSegment[] = [];
  let at = 0;
  for (const { start, end } of mergeSpans(spans.map((span) => toOriginal(name, span)))) {
    if (start > at) segments.push({ text: name.original.slice(at, start), match: false });
    segments.push({ text: name.original.slice(start, end), match: true });
    at = end;
  }
  if (at < name.original.length) segments.push({ text: name.original.slice(at), match: false });
  return segments;
}

function toOriginal(name: FoldedName, span: Span): Span {
  if (!name.starts || !name.ends) return span;
  return { start: name.starts[span.start] ?? 0, end: name.ends[span.end - 1] ?? 0 };
}

/** Overlapping and touching spans as one. */
function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((first, second) => first.start - second.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
