/**
 * Asks again until the condition gives a value, with a deadline. Tests wait with this and never for a fixed time.
 * @throws {Error} naming what was waited for, with the last failure as its cause.
 */
export async function waitUntil<Value>(
  what: string,
  condition: () => Promise<Value | false | undefined | null>,
  { seconds = 20, everyMs = 50 }: { seconds?: number; everyMs?: number } = {},
): Promise<Value> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value !== false && value !== undefined && value !== null) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
