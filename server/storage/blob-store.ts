import type { Readable } from 'node:stream';

// The port to where bytes lie. Blobs are immutable and named by their SHA-256 (64 lower-case hex digits).

/** Bytes received, hashed and fsynced, but not yet under their name. */
export interface StagedBlob {
  sha256: string;
  sizeBytes: number;
  /** The store's own handle; means nothing to anybody else. */
  stagingKey: string;
}

/** Inclusive, as in RFC 9110 section 14: `{start: 0, end: 0}` is the first byte. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface StoredBlob {
  sha256: string;
  modifiedAt: Date;
}

export interface BlobStore {
  /**
   * Streams `source` to a staging place with flat memory. On any failure nothing is left behind.
   * @throws {NetdiskError} `file_too_large` past `maxBytes`; `body_incomplete` when it ends before or runs past
   * `expectedBytes` (where that is known) or breaks off.
   */
  stage(
    source: AsyncIterable<Uint8Array>,
    limits: { maxBytes: number; expectedBytes?: number },
  ): Promise<StagedBlob>;
  /** Gives staged bytes their name, durably. Harmless where the blob is there already. */
  place(staged: StagedBlob): Promise<void>;
  /** Drops staged bytes; harmless after `place`. */
  discard(staged: StagedBlob): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** @throws {NetdiskError} `not_found` before the first byte where the blob is missing. */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  remove(sha256: string): Promise<void>;
  /** Every placed blob, streamed. */
  list(): AsyncIterable<StoredBlob>;
  /** Removes what uploads that died left in staging before `olderThan`; returns how many. */
  sweepStaging(olderThan: Date): Promise<number>;
  checkHealth(): Promise<void>;
}
