import { kindOf, unitsOf } from './characters';

/** Folded text without what separates words ('annual-report_2' is 'annualreport2'), and the way back. */
export interface SquashedText {
  text: string;
  /** For each UTF-16 unit, its offset in the folded text. */
  offsets: number[];
}

/** Leaves out everything but letters, digits and Chinese. */
export function squashText(folded: string): SquashedText {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < folded.length; ) {
    const codePoint = folded.codePointAt(at) ?? 0;
    const end = at + unitsOf(codePoint);
    if (kindOf(codePoint) !== 'other') {
      text += folded.slice(at, end);
      for (; at < end; at += 1) offsets.push(at);
    }
    at = end;
  }
  return { text, offsets };
}
