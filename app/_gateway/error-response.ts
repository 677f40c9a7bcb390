import 'server-only';
import { ZodError } from 'zod';
import type { ErrorCode, Problem } from '@/contracts/errors';
import { NetdiskError } from '@/server/errors';
import type { Log } from '@/server/log';

/** The only place where an error code meets an HTTP status. */
const STATUS: Record<ErrorCode, { status: number; title: string }> = {
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  name_taken: { status: 409, title: 'The name is taken' },
  email_taken: { status: 409, title: 'The address is taken' },
  cycle: { status: 409, title: 'A folder cannot be moved into itself' },
  share_expired: { status: 410, title: 'The share has ended' },
  share_cancelled: { status: 410, title: 'The share was cancelled' },
  // Not 410: looking goes on, and its owner may allow more.
  download_limit_reached: { status: 403, title: 'The downloads are used up' },
  code_required: { status: 401, title: 'An extraction code is needed' },
  code_wrong: { status: 403, title: 'The extraction code is wrong' },
  file_too_large: { status: 413, title: 'The file is too large' },
  quota_exceeded: { status: 413, title: 'Not enough room' },
  invalid_input: { status: 422, title: 'The request is not valid' },
  body_incomplete: { status: 400, title: 'The body did not arrive whole' },
  range_not_satisfiable: { status: 416, title: 'The range lies outside the file' },
  precondition_failed: { status: 412, title: 'The file has changed' },
  rate_limited: { status: 429, title: 'Too many tries' },
  unavailable: { status: 503, title: 'Not available right now' },
  internal: { status: 500, title: 'Something went wrong' },
};

export function statusOf(code: ErrorCode): number {
  return STATUS[code].status;
}

/** Any error as RFC 9457 problem details. The unexpected is logged under its request id and tells nothing else. */
export function errorResponse(error: unknown, requestId: string, log: Log): Response {
  const known = asNetdiskError(error);
  if (!known) log.error({ err: error, requestId }, 'request failed unexpectedly');
  const code = known?.code ?? 'internal';
  const { status, title } = STATUS[code];
  const body: Problem = {
    type: `urn:netdisk:error:${code}`,
    title,
    status,
    detail: known?.message ?? `Something went wrong on our side. Quote the request id ${requestId}.`,
    code,
    requestId,
    ...(known?.errors ? { errors: known.errors } : {}),
  };
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Request-Id': requestId,
  });
  if (known?.retryAfterSeconds !== undefined) headers.set('Retry-After', String(known.retryAfterSeconds));
  // RFC 9110 section 15.5.17: the client learns how much there is to ask for.
  if (known?.sizeBytes !== undefined) headers.set('Content-Range', `bytes */${known.sizeBytes}`);
  return new Response(JSON.stringify(body), { status, headers });
}

function asNetdiskError(error: unknown): NetdiskError | undefined {
  if (error instanceof NetdiskError) return error;
  if (!(error instanceof ZodError)) return undefined;
  const errors = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const first = errors[0];
  return new NetdiskError(
    'invalid_input',
    first ? `${first.path}: ${first.message}` : 'The request is not valid.',
    {
      errors,
      cause: error,
    },
  );
}
