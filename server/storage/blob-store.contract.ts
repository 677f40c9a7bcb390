import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from './blob-store';

/** What the contract needs to look behind the port. */
export interface BlobStoreUnderTest {
  store: BlobStore;
  /** Names of everything in the staging place. */
  listStaged(): Promise<string[]>;
  dispose(): Promise<void>;
}

const TEXT = 'the bytes of a file';
const SHA256 = createHash('sha256').update(TEXT).digest('hex');
const NO_LIMIT = { maxBytes: Number.MAX_SAFE_INTEGER };

/** What every adapter of the blob store port promises. */
export function describeBlobStore(adapter: string, open: () => Promise<BlobStoreUnderTest>): void {
  describe(`${adapter} as a blob store`, () => {
    let subject: BlobStoreUnderTest;
    let store: BlobStore;

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.dispose());

    async function keep(text: string): Promise<string> {
      const staged = await store.stage(pieces(text), NO_LIMIT);
      await store.place(staged);
      return staged.sha256;
    }

    async function read(sha256: string, range?: { start: number; end: number }): Promise<string> {
      return (await buffer(await store.open(sha256, range))).toString();
    }

    async function listed(): Promise<string[]> {
      const found: string[] = [];
      for await (const blob of store.list()) found.push(blob.sha256);
      return found.sort();
    }

    test('bytes are hashed and measured while they arrive, and have no name before they are placed', async () => {
      const staged = await store.stage(pieces(TEXT), { maxBytes: TEXT.length, expectedBytes: TEXT.length });
      expect(staged).toMatchObject({ sha256: SHA256, sizeBytes: TEXT.length });
      expect(await store.has(SHA256)).toBe(false);
      expect(await listed()).toEqual([]);
      await store.place(staged);
      expect(await store.has(SHA256)).toBe(true);
      expect(await read(SHA256)).toBe(TEXT);
      expect(await listed()).toEqual([SHA256]);
      expect(await subject.listStaged()).toEqual([]);
    });

    test('a file of no bytes is a blob as well', async () => {
      const empty = await keep('');
      expect(empty).toBe(createHash('sha256').digest('hex'));
      expect(await read(empty)).toBe('');
    });

    test('the same bytes twice are one blob, also when both arrive at once', async () => {
      const [first, second] = await Promise.all([
        store.stage(pieces(TEXT), NO_LIMIT),
        store.stage(pieces(TEXT), NO_LIMIT),
      ]);
      await Promise.all([store.place(first), store.place(second)]);
      expect(await listed()).toEqual([SHA256]);
      expect(await read(SHA256)).toBe(TEXT);
      expect(await subject.listStaged()).toEqual([]);
    });

    test('placing again what was placed changes nothing: a transaction may be run twice', async () => {
      const staged = await store.stage(pieces(TEXT), NO_LIMIT);
      await store.place(staged);
      await store.place(staged);
      await store.discard(staged);
      expect(await read(SHA256)).toBe(TEXT);
    });

    test('what was dropped cannot be placed any more', async () => {
      const staged = await store.stage(pieces(TEXT), NO_LIMIT);
      await store.discard(staged);
      await store.discard(staged);
      await expect(store.place(staged)).rejects.toThrow();
      expect(await listed()).toEqual([]);
    });

    test.each([
      ['breaks off half-way', broken(), { maxBytes: 1000 }, 'body_incomplete'],
      ['is shorter than declared', pieces(TEXT), { maxBytes: 1000, expectedBytes: 20 }, 'body_incomplete'],
      ['is longer than declared', pieces(TEXT), { maxBytes: 1000, expectedBytes: 18 }, 'body_incomplete'],
      ['is larger than allowed', pieces(TEXT), { maxBytes: 18 }, 'file_too_large'],
    ])('a body that %s leaves nothing behind', async (_, source, limits, code) => {
      await expect(store.stage(source, limits)).rejects.toMatchObject({ code });
      expect(await subject.listStaged()).toEqual([]);
      expect(await listed()).toEqual([]);
    });

    test('a body that is too large is not read further than the limit', async () => {
      let given = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (;;) {
          given += 1;
          yield new Uint8Array(1024);
        }
      }
      await expect(store.stage(endless(), { maxBytes: 10 * 1024 })).rejects.toMatchObject({
        code: 'file_too_large',
      });
      expect(given).toBe(11);
    });

    test.each([
      [0, 0, 't'],
      [4, 8, 'bytes'],
      [18, 18, 'e'],
      [0, 18, TEXT],
    ])('a range from %i to %i has both its ends', async (start, end, text) => {
      await keep(TEXT);
      expect(await read(SHA256, { start, end })).toBe(text);
    });

    test('a blob that is missing is not found before the first byte', async () => {
      await expect(store.open(SHA256)).rejects.toMatchObject({ code: 'not_found' });
      expect(await store.has(SHA256)).toBe(false);
    });

    test('a removed blob is gone, and removing it again is harmless', async () => {
      await keep(TEXT);
      await store.remove(SHA256);
      await store.remove(SHA256);
      expect(await store.has(SHA256)).toBe(false);
      expect(await listed()).toEqual([]);
    });

    test('a name that is no hash reaches no file', async () => {
      await expect(store.open('../../etc/passwd')).rejects.toThrow('64 lower-case hex digits');
    });

    test('the sweep removes what dead uploads left, and nothing that is younger', async () => {
      const staged = await store.stage(pieces(TEXT), NO_LIMIT);
      expect(await store.sweepStaging(new Date(Date.now() - 60_000))).toBe(0);
      await store.place(staged);
      await store.stage(pieces('left behind'), NO_LIMIT);
      expect(await store.sweepStaging(new Date(Date.now() + 60_000))).toBe(1);
      expect(await subject.listStaged()).toEqual([]);
      expect(await read(SHA256)).toBe(TEXT);
    });

    test('every blob is listed once, with the time it came', async () => {
      const kept = await Promise.all(Array.from({ length: 20 }, (_, index) => keep(`blob ${index}`)));
      expect(await listed()).toEqual(kept.sort());
      for await (const blob of store.list()) {
        expect(Math.abs(Date.now() - blob.modifiedAt.getTime())).toBeLessThan(60_000);
      }
    });

    test('it says that it is well', async () => {
      await expect(store.checkHealth()).resolves.toBeUndefined();
    });
  });
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('the first half');
  throw new Error('aborted');
}
