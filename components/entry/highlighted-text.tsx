import type { HighlightSegment } from '@/contracts/search';

/** Segments as text with what matched marked. Only text nodes are made, so a name can never become markup. */
export function HighlightedText({ segments }: { segments: HighlightSegment[] }) {
  let offset = 0;
  return segments.map((segment) => {
    const key = offset;
    offset += segment.text.length;
    if (!segment.match) return <span key={key}>{segment.text}</span>;
    return (
      <mark key={key} className="rounded-[3px] bg-mark text-on-mark">
        {segment.text}
      </mark>
    );
  });
}
