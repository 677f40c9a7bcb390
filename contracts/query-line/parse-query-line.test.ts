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
  ['before:2026-01-01', { key: 'modified', from: null, before: Date.UTC(2026, 0, 1) }],
  ['after:2026-01-01', { key: 'modified', from: Date.UTC(2026, 0, 2), before: null }],
  ['after:2025', { key: 'modified', from: Date.UTC(2026, 0, 1), before: null }],
  ['ext:"docx, odt"', { key: 'ext', extensions: ['docx', 'odt'] }],
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
  'before:',
  'before:today',
  'before:=2026',
  'after:>2026',
  'after:2026..2027',
  '类型：没有',
  '时间:2026',
  '备注：年度报告',
  'constructor:x',
  'size:MB',
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

test.each([
  ['类型：图片，视频', 'type:image,video'],
  ['类型:PDF、压缩包', 'type:pdf,archive'],
  ['类型:文件夹,文档,音频,代码,其他', 'type:folder,document,audio,code,other'],
  ['后缀:docx', 'ext:docx'],
  ['扩展名：.PDF，odt', 'ext:pdf,odt'],
  ['位置：“年度 报告”', 'in:"年度 报告"'],
  ['大小：>10MB', 'size:>10MB'],
  ['修改时间：2026-03', 'modified:2026-03'],
  ['修改时间:今天', 'modified:today'],
  ['修改时间:30天', 'modified:30d'],
  ['早于：2026-01-01', 'before:2026-01-01'],
  ['晚于:2026', 'after:2026'],
  ['是：已加星标', 'is:starred'],
])('%s means the same as %s', (chinese, english) => {
  expect(filters(chinese)).toEqual(filters(english));
  expect(filters(chinese)).toHaveLength(1);
});

test.each([
  ['size:>10 MB', 'size:>10MB'],
  ['size:10 kb', 'size:10KB'],
  ['size:<=1.5 g', 'size:<=1.5G'],
  ['size:1 MB..2 MB', 'size:1MB..2MB'],
  ['size:1..2 t', 'size:1..2T'],
  ['size:1 k..', 'size:1k..'],
  ['size:..2  MB', 'size:..2MB'],
  ['大小：≥10 GB', 'size:>=10GB'],
])('%s is one filter, its blanks left alone', (line, without) => {
  expect(filters(line)).toEqual(filters(without));
  for (const around of [line, `a ${line} b`, `${line} ${line}`]) {
    expect(writeQueryLine(parseQueryLine(around))).toBe(around);
    expect(parseQueryLine(around)).toContainEqual(expect.objectContaining({ kind: 'filter', raw: line }));
  }
});

test.each([
  ['size:>10 mbox', ['mbox']],
  ['size:>10 report', ['report']],
  ['size:>10MB kb', ['kb']],
  ['size:>10 "mb"', []],
  ['ext:pdf mb', ['mb']],
  ['size:big mb', ['size:big', 'mb']],
])('in %s no unit is taken out of the words', (line, words) => {
  expect(texts(line, 'word')).toEqual(words);
  expect(writeQueryLine(parseQueryLine(line))).toBe(line);
});

test('a word does not become the unit of a size when what stood between them is taken out', () => {
  const line = 'size:>10 type:pdf kb';
  const rest = parseQueryLine(line).filter(({ raw }) => raw !== 'type:pdf');
  const again = parseQueryLine(writeQueryLine(rest));
  expect(again.map((part) => (part.kind === 'filter' ? part.filter : part.text))).toEqual(
    rest.map((part) => (part.kind === 'filter' ? part.filter : part.text)),
  );
  expect(writeQueryLine(again)).toBe(writeQueryLine(rest));
});

test('every line comes back as it was written, but for its blanks', () => {
  const line = ' a  "b c"   -d   type:pdf in:"x y" -"e f" ';
  expect(writeQueryLine(parseQueryLine(line))).toBe('a "b c" -d type:pdf in:"x y" -"e f"');
});

test('no line throws or takes long', () => {
  const hostile = [
    '"',
    '-"',
    'in:"',
    'size:>',
    'size:1 ',
    'size:1..',
    '9',
    ' ',
    '\ud800',
    '\0',
    ':',
    '((',
    'x ',
  ];
  for (const piece of hostile) {
    const startedAt = performance.now();
    expect(writeQueryLine(parseQueryLine(`a${piece.repeat(5_000)}`))).toMatch(/^a/);
    expect(performance.now() - startedAt).toBeLessThan(200);
  }
});
