import type { HighlightSegment } from '@/contracts/search';
import { HighlightedText } from './highlighted-text';
import { shortenBeforeMark } from './shorten-before-mark';

/** The name of a hit on a line of its own: of a long one so much is shown that the first mark is seen. */
export function HighlightedName({ segments }: { segments: HighlightSegment[] }) {
  const shown = shortenBeforeMark(segments);
  if (shown === segments) return <HighlightedText segments={segments} />;
  return (
    <>
      <span className="sr-only">{segments.map(({ text }) => text).join('')}</span>
      <span aria-hidden="true">
        <HighlightedText segments={shown} />
      </span>
    </>
  );
}
