import type { ErrorCode, FieldError } from '@/contracts/errors';

/**
 * The one error the domain throws: a code of the closed list, and a sentence for the person that says what
 * happened and what to do. What only an operator may read goes into `cause`. HTTP statuses are not known here.
 */
export class NetdiskError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** With `range_not_satisfiable`: the bytes there are. */
  readonly sizeBytes: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; errors?: FieldError[]; retryAfterSeconds?: number; sizeBytes?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'NetdiskError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.sizeBytes = options.sizeBytes;
  }
}

/** An `invalid_input` about one field. */
export function invalidInput(path: string, message: string): NetdiskError {
  return new NetdiskError('invalid_input', message, { errors: [{ path, message }] });
}

/** What does not exist and what belongs to somebody else are answered alike, so that ids cannot be probed. */
export function notFound(what: string): NetdiskError {
  return new NetdiskError('not_found', `There is no such ${what}, or it is not yours.`);
}
