import { describe, expect, test } from 'vitest';
import { extensionOf, nameKey, numberedName, parseEntryName } from './entry-name';
import { mediaTypeOf } from './media-type';

describe('names that are refused', () => {
  test.each([
    ['', 'visible'],
    ['   ', 'visible'],
    ['\u200b\u3164\ufeff', 'visible'],
    ['.', 'folders'],
    [' .. ', 'folders'],
    ['a/b', "'/'"],
    ['..\\..\\evil.bat', "'\\'"],
    ['a\u0000b', 'control'],
    ['a\nb', 'control'],
    ['a\u007fb', 'control'],
    ['a\u0085b', 'control'],
    ['a\ud83d', 'broken'],
    ['\udc00a', 'broken'],
    ['x'.repeat(256), '256 bytes'],
    ['文'.repeat(86), '258 bytes'],
  ])('%j is refused, naming the field and the remedy', (name, reason) => {
    let thrown: unknown;
    try {
      parseEntryName(name, 'newName');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'invalid_input', errors: [{ path: 'newName' }] });
    expect(String(thrown)).toContain(reason);
  });
});

describe('names that are kept', () => {
  test.each([
    ['年度报告 2026.pdf', '年度报告 2026.pdf'],
    ['  draft.txt\t', 'draft.txt'],
    ['...', '...'],
    ['.profile', '.profile'],
    ['👩‍👩‍👧‍👦 family.jpg', '👩‍👩‍👧‍👦 family.jpg'],
    ['e\u0301te\u0301.txt', '\u00e9t\u00e9.txt'],
    ['<img src=x onerror=alert(1)>.txt', '<img src=x onerror=alert(1)>.txt'],
    ['x'.repeat(255), 'x'.repeat(255)],
    ['文'.repeat(85), '文'.repeat(85)],
    ['\u202eغلاف.txt', '\u202eغلاف.txt'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(parseEntryName(raw)).toBe(kept);
  });
});

test.each([
  ['Report.PDF', 'report.pdf', true],
  ['e\u0301', '\u00c9', true],
  ['ΟΔΟΣ', 'οδοσ', true],
  ['οδος', 'οδοσ', true],
  ['straße', 'strasse', false],
  ['ılık', 'ilik', false],
  ['a.txt', 'a .txt', false],
  ['Ａ', 'A', false],
])('%j and %j are the same name: %s', (one, other, same) => {
  expect(nameKey(one) === nameKey(other)).toBe(same);
});

test.each([
  ['Report.PDF', 'pdf'],
  ['archive.tar.gz', 'gz'],
  ['.profile', ''],
  ['README', ''],
  ['a.', ''],
  ['..b', ''],
  ['v1.2 final version', ''],
  ['x.年度', '年度'],
  [`x.${'y'.repeat(33)}`, ''],
])('the extension of %j is %j', (name, extension) => {
  expect(extensionOf(name, 'file')).toBe(extension);
  expect(extensionOf(name, 'folder')).toBe('');
});

test.each([
  ['a.txt', 'file', 1, 'a (1).txt'],
  ['a (1).txt', 'file', 1, 'a (1) (1).txt'],
  ['archive.tar.gz', 'file', 2, 'archive (2).tar.gz'],
  ['Photos.2026', 'folder', 1, 'Photos.2026 (1)'],
  ['.profile', 'file', 1, '.profile (1)'],
  ['README', 'file', 12, 'README (12)'],
  ['x.İ', 'file', 1, 'x (1).İ'],
] as const)('%j as a %s, try %i, becomes %j', (name, kind, number, expected) => {
  expect(numberedName(name, kind, number)).toBe(expected);
});

test('a numbered name stays within 255 bytes, whole characters and its extension', () => {
  const name = `${'文'.repeat(83)}ab.txt`;
  expect(Buffer.byteLength(name)).toBe(255);
  const numbered = numberedName(name, 'file', 100);
  expect(Buffer.byteLength(numbered)).toBeLessThanOrEqual(255);
  expect(numbered).toMatch(/^文+ \(100\)\.txt$/);
  expect(parseEntryName(numbered)).toBe(numbered);
  const emoji = numberedName('😀'.repeat(63), 'folder', 1);
  expect(emoji).toBe(`${'😀'.repeat(62)} (1)`);
});

test.each([
  ['a.PDF', 'application/pdf'],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['main.ts', 'text/x-typescript'],
  ['photo.jpeg', 'image/jpeg'],
  ['README', 'application/octet-stream'],
  ['constructor.constructor', 'application/octet-stream'],
  ['a.__proto__', 'application/octet-stream'],
])('%j is taken for %s', (name, type) => {
  expect(mediaTypeOf(name, 'file')).toBe(type);
  expect(mediaTypeOf(name, 'folder')).toBe('');
});
