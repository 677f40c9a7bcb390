/** One measured number and the raw limit that was measured beside it in the same run. */
export interface Measurement {
  bench: string;
  metric: string;
  unit: 'ms' | 'MB/s' | 'events/s' | 'documents/s' | 'MiB' | 'of 1';
  value: number;
  /** What the machine does without Netdisk in between, and how that was measured. */
  raw?: { what: string; value: number };
  conditions: string;
}

const measurements: Measurement[] = [];

/** Writes one JSON line to stdout; the table follows at the end. */
export function report(measurement: Measurement): void {
  measurements.push(measurement);
  process.stdout.write(`${JSON.stringify(measurement)}\n`);
}

/** The readable form of all that was reported, on stderr. */
export function printTable(): void {
  const rows = measurements.map(({ bench, metric, unit, value, raw, conditions }) => [
    `${bench}: ${metric}`,
    `${round(value)} ${unit}`,
    raw ? `${round(raw.value)} ${unit} (${raw.what})` : '–',
    conditions,
  ]);
  const all = [['what', 'Netdisk', 'raw limit', 'conditions'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all) {
    process.stderr.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** The p-th percentile (0 to 100) by the nearest rank. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((p / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Runs `work` and returns its milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long each took in ms, `concurrency` at once. */
export async function load<Asked>(
  concurrency: number,
  asked: readonly Asked[],
  ask: (one: Asked) => Promise<unknown>,
): Promise<number[]> {
  const waiting = asked.values();
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      // All of them take from one iterator: each is asked once.
      for (const one of waiting) times.push(await timed(() => ask(one)));
    }),
  );
  return times;
}
