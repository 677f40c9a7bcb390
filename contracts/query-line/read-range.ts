/** An end of a range, with whether it belongs to it. */
interface Bound<Value> {
  value: Value;
  inclusive: boolean;
}

/** Null: open at that end. */
interface Range<Value> {
  low: Bound<Value> | null;
  high: Bound<Value> | null;
}

/** '>a', '>=a', '<a', '<=a', 'a..b', 'a..', '..b' or 'a' alone; null where that is not what stands there. */
export function readRange<Value>(
  text: string,
  readValue: (text: string) => Value | null,
): Range<Value> | null {
  const compared = /^([<>＜＞]=?|[≤≥])(.+)$/u.exec(text);
  if (compared) return readComparison(compared[1] ?? '', readValue(compared[2] ?? ''));
  const dots = text.indexOf('..');
  if (dots < 0) return between(readValue(text), readValue(text));
  const [first, last] = [text.slice(0, dots), text.slice(dots + 2)];
  if (first === '' && last === '') return null;
  if (first === '') return readComparison('<=', readValue(last));
  if (last === '') return readComparison('>=', readValue(first));
  return between(readValue(first), readValue(last));
}

function readComparison<Value>(sign: string, value: Value | null): Range<Value> | null {
  if (value === null) return null;
  const bound = { value, inclusive: sign.endsWith('=') || sign === '≤' || sign === '≥' };
  return /[>＞≥]/u.test(sign) ? { low: bound, high: null } : { low: null, high: bound };
}

function between<Value>(first: Value | null, last: Value | null): Range<Value> | null {
  if (first === null || last === null) return null;
  return { low: { value: first, inclusive: true }, high: { value: last, inclusive: true } };
}

const UNITS = ['', 'k', 'm', 'g', 't'];

/** '10MB', '1.5 g' or '700' in bytes, in steps of 1024 as sizes are shown. */
export function readBytes(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,6})?)\s*([kmgt]?)i?b?$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const bytes = Number(digits) * 1024 ** UNITS.indexOf(unit.toLowerCase());
  return bytes <= Number.MAX_SAFE_INTEGER ? bytes : null;
}
