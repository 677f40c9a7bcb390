import { expect, test } from 'vitest';
import { type LinePart, parseQueryLine, writeQueryLine } from './parse-query-line';

function texts(line: string, kind: LinePart['kind']) {
  return parseQueryLine(line).flatMap((part) =>
    part.kind === kind && part.kind !== 'filter' ? [part.text] : [],
  );
}

function filters(line: string) {
  return parseQueryLine(line).flatMap((part) => (part.kind === 'filter' ? [part.filter] : []));
}

test('words, phrases and what must not stand in a name are told apart', () => {
  const line = 'report "annual report" -draft -"old copy" 年度';
  expect(texts(line, 'word')).toEqual(['report', '年度']);
  expect(texts(line, 'phrase')).toEqual(['annual report']);
  expect(texts(line, 'without')).toEqual(['draft', 'old copy']);
});

test('Chinese quotation marks and colons do the same', () => {
  expect(texts('“年度 报告”', 'phrase')).toEqual(['年度 报告']);
  expect(filters('type：pdf')).toEqual([{ key: 'type', types: ['pdf'] }]);
});

test.each([
  ['type:PDF,image', { key: 'type', types: ['pdf', 'image'] }],
  ['ext:.docx,PDF', { key: 'ext', extensions: ['docx', 'pdf'] }],
  ['in:Reports', { key: 'in', place: 'Reports' }],
  ['in:"My folder/2026 Q1"', { key: 'in', place: 'My folder/2026 Q1' }],
  ['is:starred', { key: 'is', is: 'starred' }],
  ['size:>10MB', { key: 'size', min: 10 * 1024 ** 2 + 1, max: null }],
  ['size:>=1.5k', { key: 'size', min: 1536, max: null }],
  ['size:<1GB', { key: 'size', min: null, max: 1024 ** 3 - 1 }],
  ['size:1MB..2MB', { key: 'size', min: 1024 ** 2, max: 2 * 1024 ** 2 }],
  ['size:..100', { key: 'size', min: null, max: 100 }],
  ['size:0', { key: 'size', min: 0, max: 0 }],
  ['modified:>2026-01-01', { key: 'modified', from: Date.UTC(2026, 0, 2), before: null }],
  ['modified:>=2026-01-01', { key: 'modified', from: Date.UTC(2026, 0, 1), before: null }],
  ['modified:<2026-01-01', { key: 'modified', from: null, before: Date.UTC(2026, 0, 1) }],
  ['modified:<=2026-01', { key: 'modified', from: null, before: Date.UTC(2026, 1, 1) }],
  ['modified:2025', { key: 'modified', from: Date.UTC(2025, 0, 1), before: Date.UTC(2026, 0, 1) }],
  [
    'modified:2024-02..2024-02-29',
    { key: 'modified', from: Date.UTC(2024, 1, 1), before: Date.UTC(2024, 2, 1) },
  ],
  ['modified:30d', { key: 'modified', days: 30 }],
  ['modified:Today', { key: 'modified', today: true }],
])('%s is a filter', (line, filter) => {
  expect(filters(line)).toEqual([filter]);
});

test.each([
  'type:',
  'type:nothing',
  'type:pdf,nothing',
  'ext:,',
  'in:',
  'size:big',
  'size:>',
  'size:..',
  'size:99999999999999999TB',
  'modified:yesterday-ish',
  'modified:2026-13-01',
  'modified:2026-02-30',
  'modified:0d',
  'is:lost',
  'colour:red',
  'http://example.com',
  ':',
  '-',
  '--',
  '""',
  '"open',
  'a"b"',
  'in:\0',
  'ext:\ud800',
])('%j is plain text', (line) => {
  expect(texts(line, 'word').join(' ')).toBe(line);
});

test('every line comes back as it was written, but for its blanks', () => {
  const line = ' a  "b c"   -d   type:pdf in:"x y" -"e f" ';
  expect(writeQueryLine(parseQueryLine(line))).toBe('a "b c" -d type:pdf in:"x y" -"e f"');
});

test('no line throws or takes long', () => {
  const hostile = ['"', '-"', 'in:"', 'size:>', '\ud800', '\0', ':', '((', 'x '];
  for (const piece of hostile) {
    const startedAt = performance.now();
    expect(parseQueryLine(piece.repeat(5_000)).length).toBeGreaterThan(0);
    expect(performance.now() - startedAt).toBeLessThan(200);
  }
});
