import { type Logger, pino } from 'pino';
import type { LogLevel } from './config';

export type Log = Logger;

/** One JSON line per event on stderr, so that stdout stays for what a command answers. */
export function createLog(level: LogLevel, name: string): Log {
  return pino({ level, name, redact: ['*.password', '*.token', '*.extractionCode'] }, pino.destination(2));
}
