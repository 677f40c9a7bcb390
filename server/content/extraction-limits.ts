import type { ProcessLimits } from './process/run-limited';

export interface ExtractionLimits extends ProcessLimits {
  /** UTF-16 units of text that are kept. */
  characters: number;
}

export const EXTRACTION_LIMITS: ExtractionLimits = {
  milliseconds: 30_000,
  memoryMib: 256,
  characters: 200_000,
};

/** An archive that holds or unpacks to more is a bomb, or no document. */
export const MAX_ARCHIVE_FILES = 10_000;
export const MAX_UNPACKED_BYTES = 200 * 1024 ** 2;
