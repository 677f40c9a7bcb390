import { expect, test } from 'vitest';
import { LOCALES } from './locales';
import { MESSAGES } from './messages';

test.each(LOCALES)('%s has exactly the keys of English', (locale) => {
  expect([...flatten(MESSAGES[locale]).keys()].sort()).toEqual([...flatten(MESSAGES.en).keys()].sort());
});

test.each(LOCALES)('every text of %s uses the ICU arguments of the English one', (locale) => {
  const english = flatten(MESSAGES.en);
  for (const [key, text] of flatten(MESSAGES[locale])) {
    expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(english.get(key) ?? '')]);
  }
});

test.each(LOCALES)('no text of %s is empty or padded', (locale) => {
  for (const [key, text] of flatten(MESSAGES[locale])) {
    expect([key, text.trim() !== '' && text === text.trim()]).toEqual([key, true]);
  }
});

test('Chinese texts use the punctuation of Chinese', () => {
  for (const [key, text] of flatten(MESSAGES['zh-CN'])) {
    expect([key, /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u.test(text)]).toEqual([key, false]);
  }
});

test('Chinese texts contain no English sentence left behind', () => {
  for (const [key, text] of flatten(MESSAGES['zh-CN'])) {
    expect([key, /\b[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}\b/.test(withoutArguments(text))]).toEqual([key, false]);
  }
});

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  const all = new Map<string, string>();
  for (const [key, child] of Object.entries(value ?? {})) {
    for (const [path, text] of flatten(child, prefix === '' ? key : `${prefix}.${key}`)) all.set(path, text);
  }
  return all;
}

/** The names of the arguments and tags, each once, sorted. Plural branches differ between languages; names may not. */
function argumentsOf(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`));
  readMessage(text, 0, names);
  return [...names].sort();
}

/** Reads ICU text up to the brace that closes it, and notes the arguments. Returns where it ended. */
function readMessage(text: string, start: number, names: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readArgument(text, at + 1, names) : at + 1;
  }
  return at;
}

/** Reads `name}`, or `name, plural, one {…} other {…}}`, from behind its opening brace. */
function readArgument(text: string, start: number, names: Set<string>): number {
  names.add(/^\s*(\w+)/.exec(text.slice(start))?.[1] ?? '');
  let at = start;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readMessage(text, at + 1, names) + 1 : at + 1;
  }
  return at + 1;
}

function withoutArguments(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, '').replaceAll(/\{[^{}]*\}/g, '');
}
