import { z } from 'zod';

/** The closed list of error codes: the whole of what can go wrong as the API tells it. */
export const errorCode = z.enum([
  'unauthenticated',
  'forbidden',
  'not_found',
  'name_taken',
  'cycle',
  'share_expired',
  'share_cancelled',
  'download_limit_reached',
  'code_required',
  'code_wrong',
  'file_too_large',
  'quota_exceeded',
  'invalid_input',
  'email_taken',
  'body_incomplete',
  'range_not_satisfiable',
  'precondition_failed',
  'rate_limited',
  'unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** One wrong field of an `invalid_input`. `path` is dotted, `message` says what to do. */
const fieldError = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** An error answer: RFC 9457 problem details, with a stable `code` the pages translate by. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: errorCode,
  requestId: z.string(),
  errors: z.array(fieldError).optional(),
});
export type Problem = z.infer<typeof problem>;
