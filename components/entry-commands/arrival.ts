/** Where the keyboard goes when a folder opens: into its list, on a row when one is named. */
interface Arrival {
  folderId: string;
  rowId: string | null;
}

let expected: Arrival | null = null;

/** Announces that a folder is about to open by key, or with an entry to be shown. */
export function expectArrival(arrival: Arrival): void {
  expected = arrival;
}

/** The arrival that was announced for this folder, if any. */
export function arrivalIn(folderId: string): Arrival | null {
  return expected?.folderId === folderId ? expected : null;
}

/** Forgets the announcement once the folder is open. */
export function forgetArrival(): void {
  expected = null;
}
