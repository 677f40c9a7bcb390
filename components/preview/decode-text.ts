const BYTE_ORDER_MARKS: [encoding: string, mark: number[]][] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The letters of a text: UTF-8, UTF-16 with its mark, or else GB18030, which older Chinese programs write and which
 * takes in Latin text as well. Where `isCut`, the last letter may be half of one, and is left out.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>, { isCut }: { isCut: boolean }): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  // A stream that goes on is not blamed for ending within a letter.
  const options = { stream: isCut };
  if (marked) return new TextDecoder(marked[0]).decode(bytes, options);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    // Not UTF-8, which is what the decoder was asked.
    return new TextDecoder('gb18030').decode(bytes, options);
  }
}
