/**
 * Runs a statement that takes so many rows at a time until fewer are left, so that no lock and no transaction grows with
 * the work there is.
 * @returns how many rows in all.
 */
export async function inParts(limit: number, takeSome: (limit: number) => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const count = await takeSome(limit);
    total += count;
    if (count < limit) return total;
  }
}
