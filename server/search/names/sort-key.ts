import { pinyin } from 'pinyin-pro';
import { isHan } from './fold/characters';
import { foldText } from './fold/fold-name';

const HAN_AFTER_ALL_ELSE = '\ue000';
const DIGITS_BY_LENGTH = 0x30;
/** One for each character met: reading one takes longer than all else here. */
const hanKeys = new Map<string, string>();

/**
 * A key by which names sort alike in every engine, compared byte by byte: 'file2' before 'file10', Chinese after
 * Latin and by pinyin. Engines have no collation in common.
 */
export function nameSortKey(name: string): string {
  const folded = foldText(name).replace(/\d+/g, numberKey);
  let key = '';
  for (const character of folded) {
    key += isHan(character.codePointAt(0) ?? 0) ? hanKey(character) : character;
  }
  return key;
}

/** Numbers without leading zeros, after their length: the longer is the larger. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '');
  return `0${String.fromCharCode(DIGITS_BY_LENGTH + value.length)}${value}`;
}

function hanKey(character: string): string {
  const known = hanKeys.get(character);
  if (known !== undefined) return known;
  const key = `${HAN_AFTER_ALL_ELSE}${pinyin(character, { toneType: 'none', v: true })} ${character}`;
  hanKeys.set(character, key);
  return key;
}

/**
 * Compares names by their keys as PostgreSQL's "C" collation and Elasticsearch keywords do: by UTF-8 bytes. It is for one
 * sort, for it keeps the key of each name it meets: sorting thousands asks for each a dozen times.
 */
export function compareBySortKey(): (first: string, second: string) => number {
  const keys = new Map<string, Buffer>();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? Buffer.from(nameSortKey(name));
    keys.set(name, key);
    return key;
  };
  return (first, second) => Buffer.compare(keyOf(first), keyOf(second));
}
