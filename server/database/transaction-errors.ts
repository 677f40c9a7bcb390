import { Prisma } from '@/prisma/generated/client';

/** Prisma's code for a write conflict or deadlock, and PostgreSQL's own where a raw query met it. */
const RETRYABLE_PRISMA_CODE = 'P2034';
const RETRYABLE_SQL_STATES = new Set(['40001', '40P01']);

/** True where the transaction changed nothing and may simply be run again. */
export function isRetryableTransactionError(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === RETRYABLE_PRISMA_CODE || RETRYABLE_SQL_STATES.has(sqlState(error) ?? '');
}

/** True where a unique index refused the row: two requests wanted the same name at once. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2002' || sqlState(error) === '23505';
}

function sqlState(error: Prisma.PrismaClientKnownRequestError): string | undefined {
  const cause = error.meta?.driverAdapterError;
  if (!(cause instanceof Error) || typeof cause.cause !== 'object' || cause.cause === null) return undefined;
  return 'originalCode' in cause.cause && typeof cause.cause.originalCode === 'string'
    ? cause.cause.originalCode
    : undefined;
}
