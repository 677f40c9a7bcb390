import 'server-only';

/** Where next-auth reads the address to go on to: a field of the form or of the address, or a cookie of its own. */
const NAMES = ['callbackUrl', 'next-auth.callback-url', '__Secure-next-auth.callback-url'];

/** The fields without an address to go on to that next-auth would throw at; with others it deals itself. */
export function withoutUnusable<Value>(fields: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !NAMES.includes(name) || isUsable(value)),
  );
}

/** A path, or an address by http or https, of whole characters. */
function isUsable(value: unknown): boolean {
  if (typeof value !== 'string' || /\p{Cs}/u.test(value)) return false;
  const base = value.startsWith('/') ? 'http://netdisk.invalid' : undefined;
  return URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol);
}
