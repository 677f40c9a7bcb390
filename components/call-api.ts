import type { z } from 'zod';
import { type ErrorCode, type FieldError, problem } from '@/contracts/errors';
import { observeServerDate } from './time/server-clock';

/** A refusal of the API, or no answer at all (`offline`, which only the browser can notice). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode | 'offline';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly fields: FieldError[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode | 'offline',
    detail: string,
    more: {
      status: number;
      fields?: FieldError[];
      requestId?: string | null;
      retryAfterSeconds?: number | null;
      cause?: unknown;
    },
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.fields = more.fields ?? [];
    this.requestId = more.requestId ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }
}

export interface ApiCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Absent and undefined values are left out of the URL. */
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Calls the API and reads the answer with the contract's schema. The only `fetch` of the pages.
 * @throws {ApiError} whenever the answer is not a success, or there is none.
 */
export async function callApi<T>(schema: z.ZodType<T>, path: string, call: ApiCall = {}): Promise<T> {
  const response = await send(path, call);
  return schema.parse(await response.json());
}

/** Calls a route whose success has no body (204). @throws {ApiError} as callApi does. */
export async function callApiForNothing(path: string, call: ApiCall = {}): Promise<void> {
  await send(path, call);
}

/** Reads the bytes that a route answers. @throws {ApiError} as callApi does. */
export async function callApiForBytes(path: string, call: ApiCall = {}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await send(path, call);
  return new Uint8Array(await response.arrayBuffer());
}

async function send(path: string, { method = 'GET', query, body, signal }: ApiCall): Promise<Response> {
  const init: RequestInit = { method, headers: { Accept: 'application/json' }, signal: signal ?? null };
  if (body !== undefined) {
    init.headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const sentAt = Date.now();
  const response = await fetch(urlWithQuery(path, query), init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('offline', 'The server could not be reached.', { status: 0, cause });
  });
  observeServerDate(response.headers.get('date'), sentAt);
  if (!response.ok) {
    throw errorFromProblem(response.status, await response.text(), response.headers.get('retry-after'));
  }
  return response;
}

/** The path with its query, for requests and for links to bytes. */
export function urlWithQuery(path: string, query: ApiCall['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Reads an RFC 9457 body; whatever is not one (a proxy's page, a cut answer) becomes `internal` or `unavailable`. */
export function errorFromProblem(status: number, text: string, retryAfter: string | null): ApiError {
  const read = problem.safeParse(parseJson(text));
  if (!read.success) {
    const code = status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal';
    return new ApiError(code, `The server answered ${status}.`, { status });
  }
  const seconds = Number(retryAfter);
  return new ApiError(read.data.code, read.data.detail, {
    status,
    fields: read.data.errors ?? [],
    requestId: read.data.requestId,
    retryAfterSeconds: retryAfter !== null && Number.isFinite(seconds) ? seconds : null,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not JSON: the caller falls back to the status alone.
  }
}
