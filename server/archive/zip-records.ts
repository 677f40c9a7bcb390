// The records of a zip archive (APPNOTE.TXT 6.3.10) whose files are stored as they are. Pure: no clock, no disk.

export interface ZipMember {
  /** With '/' between folders; that of a folder ends with one. */
  path: string;
  modifiedAt: Date;
  /** 0 for folders. */
  sizeBytes: number;
}

/** What is known of a member once its bytes were written. */
export interface WrittenMember {
  member: ZipMember;
  crc32: number;
  /** Where its local header begins. */
  offset: number;
}

const MAX_32 = 0xffff_ffff;
const MAX_16 = 0xffff;
/** Version 4.5, which brought 64-bit sizes; made on Unix, so that modes below are read. */
const VERSION = 45;
const MADE_ON_UNIX = 3 << 8;
const NAMES_IN_UTF8 = 1 << 11;
/** Of files: they are sent while they are read, and only then is their sum known. */
const SUM_FOLLOWS = 1 << 3;
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;

/** The longest path a zip can name, in bytes. */
export const MAX_PATH_BYTES = MAX_16;

/** Goes before the bytes of a member. */
export function localHeader(member: ZipMember): Buffer {
  const name = Buffer.from(member.path);
  const large = isLarge(member);
  const extra = Buffer.concat([
    ...(large ? [zip64Extra([member.sizeBytes, member.sizeBytes])] : []),
    timeExtra(member.modifiedAt),
  ]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(flags(member), 6);
  header.writeUInt32LE(dosTime(member.modifiedAt), 10);
  if (large) {
    header.writeUInt32LE(MAX_32, 18);
    header.writeUInt32LE(MAX_32, 22);
  }
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** Goes after the bytes of a file; folders have none. */
export function dataDescriptor(member: ZipMember, crc32: number): Buffer {
  if (isFolder(member)) return Buffer.alloc(0);
  const large = isLarge(member);
  const descriptor = Buffer.alloc(large ? 24 : 16);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(crc32, 4);
  for (const index of [0, 1]) {
    if (large) descriptor.writeBigUInt64LE(BigInt(member.sizeBytes), 8 + 8 * index);
    else descriptor.writeUInt32LE(member.sizeBytes, 8 + 4 * index);
  }
  return descriptor;
}

/** The line of a member in the directory at the end. */
export function directoryRecord({ member, crc32, offset }: WrittenMember): Buffer {
  const name = Buffer.from(member.path);
  const wide = [
    ...(isLarge(member) ? [member.sizeBytes, member.sizeBytes] : []),
    ...(offset >= MAX_32 ? [offset] : []),
  ];
  const extra = Buffer.concat([...(wide.length > 0 ? [zip64Extra(wide)] : []), timeExtra(member.modifiedAt)]);
  const size = Math.min(member.sizeBytes, MAX_32);
  const folder = isFolder(member);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x0201_4b50, 0);
  record.writeUInt16LE(MADE_ON_UNIX | VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(flags(member), 8);
  record.writeUInt32LE(dosTime(member.modifiedAt), 12);
  record.writeUInt32LE(crc32, 16);
  record.writeUInt32LE(size, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  // The upper half is the Unix mode, the lower one the 'directory' bit of DOS.
  record.writeUInt16LE(folder ? 0x10 : 0, 38);
  record.writeUInt16LE(folder ? FOLDER_MODE : FILE_MODE, 40);
  record.writeUInt32LE(Math.min(offset, MAX_32), 42);
  return Buffer.concat([record, name, extra]);
}

/** Ends the archive: how many members there are, and where their directory lies. */
export function endRecords(count: number, directory: { offset: number; bytes: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, MAX_16), 8);
  end.writeUInt16LE(Math.min(count, MAX_16), 10);
  end.writeUInt32LE(Math.min(directory.bytes, MAX_32), 12);
  end.writeUInt32LE(Math.min(directory.offset, MAX_32), 16);
  const fits = count < MAX_16 && directory.bytes < MAX_32 && directory.offset < MAX_32;
  return fits ? end : Buffer.concat([zip64End(count, directory), end]);
}

function zip64End(count: number, directory: { offset: number; bytes: number }): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(MADE_ON_UNIX | VERSION, 12);
  end.writeUInt16LE(VERSION, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(directory.bytes), 40);
  end.writeBigUInt64LE(BigInt(directory.offset), 48);
  // The locator: where the record above begins.
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(directory.offset + directory.bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function isFolder({ path }: ZipMember): boolean {
  return path.endsWith('/');
}

function flags(member: ZipMember): number {
  return isFolder(member) ? NAMES_IN_UTF8 : NAMES_IN_UTF8 | SUM_FOLLOWS;
}

function isLarge({ sizeBytes }: ZipMember): boolean {
  return sizeBytes >= MAX_32;
}

/** Extra field 1: the numbers that do not fit where they belong, in the order of the header. */
function zip64Extra(numbers: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return extra;
}

/** Extra field 'UT': seconds since 1970. DOS time knows no zone, and programs read it in their own. */
function timeExtra(time: Date): Buffer {
  const extra = Buffer.alloc(9);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt8(1, 4);
  const seconds = Math.floor(time.getTime() / 1000);
  extra.writeInt32LE(Math.max(0, Math.min(seconds, 0x7fff_ffff)), 5);
  return extra;
}

/** Two seconds exact, in UTC, from 1980 to 2107; the date is the upper half. */
function dosTime(time: Date): number {
  const year = Math.max(1980, Math.min(time.getUTCFullYear(), 2107));
  const date = ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  return date * 0x1_0000 + clock;
}
