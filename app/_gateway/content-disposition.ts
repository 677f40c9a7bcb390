/**
 * The Content-Disposition header for a name of any letters: an ASCII stand-in for old clients, and the name itself
 * in UTF-8 (RFC 6266, RFC 8187). Raw letters beyond Latin-1 or a line break would make the answer a 500.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeExtValue(name)}`;
}

/** encodeURIComponent leaves ' ( ) and * alone, which RFC 8187's attr-char does not allow. */
function encodeExtValue(name: string): string {
  // Half a surrogate pair makes encodeURIComponent throw; names cannot hold one, titles may.
  const text = name.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
