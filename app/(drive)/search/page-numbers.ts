/** The pages to offer around the current one; null stands for those left out. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const offered = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(offered)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const missing = page - (pages[index - 1] ?? 0) - 1;
    // A gap of one page takes the room of its sign: the page itself says more.
    if (missing === 1) return [page - 1, page];
    return missing > 1 ? [null, page] : [page];
  });
}

/** The number of the last page; one when there is nothing. */
export function lastPage(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}
