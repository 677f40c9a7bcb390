/** Moves the focus into the search box of the header. */
export function focusSearchBox(): void {
  document.querySelector<HTMLInputElement>('[data-search-box]')?.focus();
}

/** Moves the focus to a hit of the results page, counted from 0, or the last before it. False where there is none. */
export function focusHit(index: number): boolean {
  const hits = [...document.querySelectorAll<HTMLElement>('[data-hit]')];
  const hit = hits[Math.min(index, hits.length - 1)];
  hit?.focus();
  return hit !== undefined;
}
