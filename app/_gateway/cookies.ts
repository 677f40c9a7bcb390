import 'server-only';

/** The cookies of a request (RFC 6265 section 5.4). A value that is not valid percent-encoding is left as it came. */
export function readCookies(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (separator < 0) continue;
    const name = pair.slice(0, separator).trim();
    // The first wins: browsers send the most specific path first.
    if (!Object.hasOwn(cookies, name)) cookies[name] = decode(pair.slice(separator + 1).trim());
  }
  return cookies;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

/** True where the browser reached us by https, and cookies must never travel without it. */
export function isSecure(headers: Headers, publicUrl: string): boolean {
  return publicUrl.startsWith('https:') || firstOf(headers.get('x-forwarded-proto')) === 'https';
}

/**
 * Where the request came from: what the nearest proxy appended, which is the one part of the header that the
 * client cannot write when a proxy is there. Next.js fills the header in from the socket when it is missing.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}

function firstOf(list: string | null): string | undefined {
  return list?.split(',')[0]?.trim();
}
