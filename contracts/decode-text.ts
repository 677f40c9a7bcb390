const BYTE_ORDER_MARKS: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte order mark at the beginning names. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/**
 * The letters of a text: UTF-8, UTF-16 with its mark, or else GB18030, which older Chinese programs write and which
 * takes in Latin text as well. Where `isCut`, the last letter may be half of one, and is left out.
 */
export function decodeText(bytes: Uint8Array, { isCut = false } = {}): string {
  const marked = markedEncoding(bytes);
  // A stream that goes on is not blamed for ending within a letter.
  const options = { stream: isCut };
  if (marked) return new TextDecoder(marked).decode(bytes, options);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    // Not UTF-8, which is what the decoder was asked.
    return new TextDecoder('gb18030').decode(bytes, options);
  }
}
