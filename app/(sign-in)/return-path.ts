const HOME = '/files';

/**
 * Where to go after signing in: the asked path when it is one of this site, else the files. A callbackUrl is written
 * by whoever made the link, so anything a browser could read as another site is refused.
 */
export function readReturnPath(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return HOME;
  const base = 'http://this.invalid';
  if (!URL.canParse(asked, base)) return HOME;
  // Parsed as browsers do: '//host', '/\host' and tabs or line breaks in between all lead to another origin.
  const url = new URL(asked, base);
  if (url.origin !== base || url.pathname.startsWith('//') || isSignInPage(url.pathname)) return HOME;
  return url.pathname + url.search + url.hash;
}

/** Leading back to the sign-in would look as if it had failed. */
function isSignInPage(pathname: string): boolean {
  return pathname === '/login' || pathname === '/register';
}
