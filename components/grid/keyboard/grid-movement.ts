interface GridShape {
  /** Entries that are there. */
  count: number;
  /** Entries side by side: 1 in a list. */
  columns: number;
  /** Whole rows that fit the window. */
  pageRows: number;
}

/**
 * The index a key leads to from `index` (-1: nowhere yet), or null when the key does not move. Rows end at the edges
 * of the grid and do not wrap up or down; left and right run on through the rows, as reading does.
 */
export function movedIndex(key: string, index: number, shape: GridShape): number | null {
  const { count, columns, pageRows } = shape;
  if (count === 0) return null;
  const step = stepOf(key, columns, pageRows);
  if (step === null) return null;
  if (step === 'first' || index < 0) return key === 'End' || key === 'ArrowUp' ? count - 1 : 0;
  if (step === 'last') return count - 1;
  const target = index + step;
  if (target < 0) return Math.abs(step) > columns ? 0 : index;
  // From the last full row, down leads to the last entry when the row below is not full.
  if (target >= count)
    return Math.floor(index / columns) < Math.floor((count - 1) / columns) ? count - 1 : index;
  return target;
}

function stepOf(key: string, columns: number, pageRows: number): number | 'first' | 'last' | null {
  switch (key) {
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    case 'ArrowRight':
      return columns > 1 ? 1 : null;
    case 'ArrowLeft':
      return columns > 1 ? -1 : null;
    case 'PageDown':
      return Math.max(1, pageRows) * columns;
    case 'PageUp':
      return -Math.max(1, pageRows) * columns;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return null;
  }
}
