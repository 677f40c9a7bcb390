import { foldText } from './fold-name';

/** Where characters stand that fold to one other: Latin, Greek, Cyrillic, Chinese, and forms of other widths. */
const RANGES = [
  [0xaa, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xff01, 0xffef],
] as const;

let variants: Map<string, string> | undefined;

/** All characters that fold to this folded one, itself left out: of 'e' 'ÉÈéè…', of '报' '報'. */
export function variantsOf(character: string): string {
  variants ??= collectVariants();
  return variants.get(character) ?? '';
}

/** The other way round than folding; some 30,000 characters, once. */
function collectVariants(): Map<string, string> {
  const collected = new Map<string, string>();
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCharCode(code);
      const folded = foldText(character);
      if (folded !== character) collected.set(folded, (collected.get(folded) ?? '') + character);
    }
  }
  return collected;
}
