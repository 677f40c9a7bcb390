// What kind of character stands at a place in folded text.

/** `cjk`: a script written without blanks between words; any span of it counts as a word. */
export type CharacterKind = 'letter' | 'digit' | 'cjk' | 'other';

const LETTER = /[\p{L}\p{M}]/u;
const NUMBER = /\p{N}/u;

/** What kind of character a code point is. */
export function kindOf(codePoint: number): CharacterKind {
  if (codePoint < 128) {
    if (codePoint >= 97 && codePoint <= 122) return 'letter';
    if (codePoint >= 48 && codePoint <= 57) return 'digit';
    return codePoint >= 65 && codePoint <= 90 ? 'letter' : 'other';
  }
  if (isHan(codePoint) || isKanaOrHangul(codePoint)) return 'cjk';
  const character = String.fromCodePoint(codePoint);
  if (LETTER.test(character)) return 'letter';
  return NUMBER.test(character) ? 'digit' : 'other';
}

/** The same of a string that is one character. */
export function kindOfCharacter(character: string): CharacterKind {
  return kindOf(character.codePointAt(0) ?? 0);
}

/** How many UTF-16 units a code point takes. */
export function unitsOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1;
}

/** A Chinese character: one that is read in pinyin. */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
    codePoint === 0x3005 ||
    codePoint === 0x3007 ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

function isKanaOrHangul(codePoint: number): boolean {
  return (
    (codePoint >= 0x3041 && codePoint <= 0x30ff) ||
    (codePoint >= 0x31f0 && codePoint <= 0x31ff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3)
  );
}
