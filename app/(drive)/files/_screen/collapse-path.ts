/**
 * The parts of a path that are shown, and those behind the menu in its middle: the first stays as the way home and the
 * last `tail` as where one is. One hidden part would take no less room than the menu, so it is shown.
 */
export function collapsePath<Part>(
  parts: Part[],
  tail: number,
): { head: Part[]; hidden: Part[]; tail: Part[] } {
  const hiddenCount = parts.length - 1 - tail;
  if (hiddenCount < 2) return { head: parts, hidden: [], tail: [] };
  return {
    head: parts.slice(0, 1),
    hidden: parts.slice(1, 1 + hiddenCount),
    tail: parts.slice(1 + hiddenCount),
  };
}
