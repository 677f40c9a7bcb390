// The first character of each pinyin letter in the order of the Chinese collation: 'a' starts at 阿, 'b' at 八, …
// i, u and v begin no syllable.
const FIRST_OF_LETTER = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '哇'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '匝'],
] as const;

const HAN = /\p{Script=Han}/u;
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');

/** A name as type-ahead compares it: small letters, each Chinese character as the initial of its pinyin. */
export function typeAheadForm(name: string): string {
  return [...name.normalize('NFKC').toLowerCase()]
    .map((char) => (HAN.test(char) ? initialOf(char) : char))
    .join('');
}

function initialOf(char: string): string {
  const letter = FIRST_OF_LETTER.findLast(([, first]) => byPinyin.compare(first, char) <= 0);
  return letter?.[0] ?? char;
}

/**
 * The index of the next name that begins with what was typed, looked for from `from` on and round the end. Names match
 * as they are written, or by the pinyin initials of their characters. -1 when none does.
 */
export function findTyped(names: readonly string[], typed: string, from: number): number {
  const wanted = typed.normalize('NFKC').toLowerCase();
  if (wanted === '') return -1;
  for (let step = 0; step < names.length; step += 1) {
    const index = (Math.max(0, from) + step) % names.length;
    const name = names[index] ?? '';
    if (name.normalize('NFKC').toLowerCase().startsWith(wanted) || typeAheadForm(name).startsWith(wanted)) {
      return index;
    }
  }
  return -1;
}
