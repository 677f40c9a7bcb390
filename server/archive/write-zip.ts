import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  dataDescriptor,
  directoryRecord,
  endRecords,
  localHeader,
  type WrittenMember,
  type ZipMember,
} from './zip-records';

/** A file or folder to be put into an archive; `open` is asked for when its turn comes, never for folders. */
export interface ZipSource extends ZipMember {
  open(): Promise<Readable>;
}

/** Small records are gathered up to here before they are sent. */
const CHUNK_BYTES = 64 * 1024;

/** The exact length in bytes of what `writeZip` will give: nothing is compressed, so it is known before. */
export function zipLength(members: ZipMember[]): number {
  let offset = 0;
  let directoryBytes = 0;
  for (const member of members) {
    directoryBytes += directoryRecord({ member, crc32: 0, offset }).length;
    offset += localHeader(member).length + member.sizeBytes + dataDescriptor(member, 0).length;
  }
  return offset + directoryBytes + endRecords(members.length, { offset, bytes: directoryBytes }).length;
}

/**
 * A zip archive (zip64 where it must be), piece by piece, as its reader takes them; one file is open at a time.
 * @throws what opening or reading a file throws, and where one has more or fewer bytes than was said: an archive
 * that ends early is an error, never a shorter archive.
 */
export async function* writeZip(sources: ZipSource[]): AsyncGenerator<Uint8Array> {
  const written: WrittenMember[] = [];
  let offset = 0;
  for (const source of sources) {
    const header = localHeader(source);
    yield header;
    const sum = { crc32: 0 };
    if (source.sizeBytes > 0) yield* readWhole(source, sum);
    const descriptor = dataDescriptor(source, sum.crc32);
    yield descriptor;
    written.push({ member: source, crc32: sum.crc32, offset });
    offset += header.length + source.sizeBytes + descriptor.length;
  }
  yield* writeDirectory(written, offset);
}

async function* readWhole(source: ZipSource, sum: { crc32: number }): AsyncGenerator<Uint8Array> {
  const stream = await source.open();
  let bytes = 0;
  // Leaving the loop early, as when the reader goes away, closes the file.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > source.sizeBytes) break;
    sum.crc32 = crc32(chunk, sum.crc32);
    yield chunk;
  }
  if (bytes !== source.sizeBytes) {
    throw new Error(`A file of ${source.sizeBytes} bytes was found to have another length.`);
  }
}

function* writeDirectory(written: WrittenMember[], offset: number): Generator<Uint8Array> {
  let bytes = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  for (const member of written) {
    const record = directoryRecord(member);
    bytes += record.length;
    waiting.push(record);
    waitingBytes += record.length;
    if (waitingBytes < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
  }
  yield Buffer.concat([...waiting, endRecords(written.length, { offset, bytes })]);
}
