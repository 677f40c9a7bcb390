/** A rectangle in pixels, measured from the upper left of the first row. */
export interface Band {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How the rows of a grid lie: `columns` side by side, each `columnWidth` wide, lines `lineHeight` apart. */
export interface GridGeometry {
  count: number;
  columns: number;
  columnWidth: number;
  lineHeight: number;
  /** Space between rows and between columns; it belongs to neither. */
  gap: number;
}

/** The indexes of the rows that a band touches. By arithmetic, for most of them are not mounted. */
export function rowsInBand(band: Band, geometry: GridGeometry): number[] {
  const { count, columns, columnWidth, lineHeight, gap } = geometry;
  const lines = spanned(band.top, band.bottom, lineHeight, lineHeight - gap, Math.ceil(count / columns));
  const across = spanned(band.left, band.right, columnWidth + gap, columnWidth, columns);
  return lines
    .flatMap((line) => across.map((column) => line * columns + column))
    .filter((index) => index < count);
}

/** The cells of one direction that [from, to] touches: cell n reaches from n * step over `size`. */
function spanned(from: number, to: number, step: number, size: number, cells: number): number[] {
  const first = Math.max(0, Math.floor(from / step));
  const last = Math.min(cells - 1, Math.floor(to / step));
  const touched: number[] = [];
  for (let cell = first; cell <= last; cell += 1) {
    if (cell * step <= to && cell * step + size >= from) touched.push(cell);
  }
  return touched;
}
