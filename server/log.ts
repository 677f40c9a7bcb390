import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config';

export type Log = Logger;

/** One JSON line per event on stderr, so that stdout stays for what a command answers. */
export function createLog(
  level: LogLevel,
  name: string,
  destination: DestinationStream = pino.destination(2),
): Log {
  const redact = ['*.password', '*.token', '*.extractionCode'];
  return pino({ level, name, redact, serializers: { err: describeError } }, destination);
}

/**
 * What an error says and where. Its other properties stay out: errors of clients carry the whole request, with what
 * a person searched for.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return { type: name, code, message, stack, ...(cause ? { cause: describeError(cause) } : {}) };
}
