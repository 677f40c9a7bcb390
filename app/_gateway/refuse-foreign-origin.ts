import 'server-only';
import { NetdiskError } from '@/server/errors';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page asks a signed-in browser to make (cross-site request forgery).
 * Browsers name the page's origin on every such request; a client that names none is no browser, and sends no
 * cookie that it was not given. SameSite=Lax alone lets sibling hosts through.
 * @throws {NetdiskError} `forbidden`.
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign =
    origin === null ? site !== null && site !== 'same-origin' && site !== 'none' : !isOurs(origin);
  if (foreign) throw new NetdiskError('forbidden', 'This request came from a page of another site.');

  function isOurs(candidate: string): boolean {
    if (!URL.canParse(candidate)) return false;
    const { host, origin: candidateOrigin } = new URL(candidate);
    return candidateOrigin === new URL(publicUrl).origin || host === request.headers.get('host');
  }
}
