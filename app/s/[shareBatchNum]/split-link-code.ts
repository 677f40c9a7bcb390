const NAMES = ['code', 'pwd'];

/** The extraction code in an address, and the path without it; `cleaned` is null when nothing has to go. */
export function splitLinkCode(href: string): { code: string | null; cleaned: string | null } {
  const url = new URL(href);
  if (!NAMES.some((name) => url.searchParams.has(name))) return { code: null, cleaned: null };
  const code = NAMES.map((name) => url.searchParams.get(name)?.trim()).find(Boolean) ?? null;
  for (const name of NAMES) url.searchParams.delete(name);
  return { code, cleaned: url.pathname + url.search + url.hash };
}
