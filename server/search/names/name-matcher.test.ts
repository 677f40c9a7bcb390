import { expect, test } from 'vitest';
import { seededRandom } from '@/tests/relevance/seeded-random';
import { HOSTILE } from '../contract/search-cases';
import { matchName, showMatch } from './name-matcher';
import { parseQuery } from './parse-query';

/** The name with what matched in brackets, and why; null where it did not match. */
function shown(query: string, name: string): string | null {
  const match = showMatch(parseQuery(query), name);
  if (!match) return null;
  const text = match.segments.map((segment) => (segment.match ? `[${segment.text}]` : segment.text)).join('');
  return `${match.matchedBy.join('+')}: ${text}`;
}

test.each([
  ['报告', '年度报告2026.pdf', 'name: 年度[报告]2026.pdf'],
  ['度报', '年度报告2026.pdf', 'name: 年[度报]告2026.pdf'],
  ['度', '年度报告2026.pdf', 'name: 年[度]报告2026.pdf'],
  ['port', 'Annual-Report.docx', 'name: Annual-Re[port].docx'],
  ['report annual', 'Annual-Report.docx', 'name: [Annual]-[Report].docx'],
  ['ＲＥＰＯＲＴ', 'Annual-Report.docx', 'name: Annual-[Report].docx'],
  ['cafe', 'Cafe\u0301.txt', 'name: [Cafe\u0301].txt'],
  ['報告', '年度报告.pdf', 'name: 年度[报告].pdf'],
  ['报告', '年度報告.pdf', 'name: 年度[報告].pdf'],
  ['annualreport', 'Annual-Report.docx', 'name: [Annual-Report].docx'],
  ['年度报告', '年度-报告.docx', 'name: [年度-报告].docx'],
  ['niandu', '年度报告.pdf', 'pinyin: [年度]报告.pdf'],
  ['ndbg', '年度报告.pdf', 'pinyin: [年度报告].pdf'],
  ['niandubg', '年度报告.pdf', 'pinyin: [年度报告].pdf'],
  ['niand', '年度报告.pdf', 'pinyin: [年度]报告.pdf'],
  ['年度baogao', '年度报告.pdf', 'pinyin: [年度报告].pdf'],
  ['chongqing', '重庆.pdf', 'pinyin: [重庆].pdf'],
  ['nvshi', '女士.pdf', 'pinyin: [女士].pdf'],
  ['nushi', '女士.pdf', 'pinyin: [女士].pdf'],
  ["xi'an", '西安旅行.pdf', 'pinyin: [西安]旅行.pdf'],
  ["xi'anlx", '西安旅行.pdf', 'pinyin: [西安旅行].pdf'],
  ['baogao', '年度-报 告.pdf', 'pinyin: 年度-[报] [告].pdf'],
  ['huiyi final', '会议 final.txt', 'name+pinyin: [会议] [final].txt'],
  ['huiyifinal', '会议_final.txt', 'pinyin: [会议]_[final].txt'],
  ['reprot', 'Annual-Report.docx', 'similar: Annual-[Report].docx'],
  ['anualreport', 'myAnnualReportFinal.docx', 'similar: my[AnnualReport]Final.docx'],
  ['<img', '<img src=x onerror=alert(1)>.txt', 'name: [<img] src=x onerror=alert(1)>.txt'],
  ['👩', 'family 👨‍👩‍👧.jpg', 'name: family [👨‍👩‍👧].jpg'],
  ['مهم', 'ملف مهم.pdf', 'name: ملف [مهم].pdf'],
])('%s finds %s', (query, name, expected) => {
  expect(shown(query, name)).toBe(expected);
});

test.each([
  ['报告 缺', '年度报告.pdf'],
  ['duoduo', '年度报告.pdf'],
  ['nandu', '年度报告.pdf'],
  ['告报', '年度报告.pdf'],
  ["xi'an", '先进集体.pdf'],
  ['repo', 'Reposition'.slice(0, 3)],
  ['repzzz', 'report.pdf'],
  ['tpo', 'port.txt'],
])('%j does not find %s', (query, name) => {
  expect(shown(query, name)).toBeNull();
});

test('a query without words matches every name, and marks nothing', () => {
  for (const query of ['', '  ']) expect(shown(query, 'any thing')).toBe(': any thing');
  expect(matchName(parseQuery(''), 'any thing')).toEqual({ rank: 0, step: 0, namedStep: 0 });
});

test('Chinese never matches by its sound', () => {
  expect(shown('饱告', '年度报告.pdf')).toBeNull();
});

test('the letters of a query are cut into syllables in each way that is likely', () => {
  const names = ['石林高粱', '香港澳门', '西安交通大学', '西安', '先', '方案', '反感', '饥饿', '天鹅'];
  const queries = ['shilingaoliang', 'xianggangaomen', 'xianjiaotongdaxue', 'xian', 'fangan', 'jie', 'tiane'];
  const found = queries.map((query) => names.filter((name) => matchName(parseQuery(query), name)));
  expect(found).toEqual([
    ['石林高粱'],
    ['香港澳门'],
    ['西安交通大学'],
    ['西安交通大学', '西安', '先'],
    ['方案', '反感'],
    ['饥饿'],
    ['天鹅'],
  ]);
});

test.each(HOSTILE)('however it is written, a query is heard in few ways: %j', (text) => {
  const readings = parseQuery(text).words.flatMap((word) => word.readings);
  expect(readings.flatMap(({ pieces }) => pieces).length).toBeLessThanOrEqual(160);
});

test('zh, ch and sh among initials are one syllable or two', () => {
  for (const name of ['排列组合', '排列整齐']) expect(matchName(parseQuery('pailiezh'), name)).not.toBeNull();
});

test('what is marked of any name, joined, is the name, and marks split no grapheme', () => {
  const random = seededRandom(20_261_123);
  // The index lies within the array, which is never empty.
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  let matched = 0;
  for (let round = 0; round < 4_000; round += 1) {
    const name = Array.from({ length: 1 + Math.floor(random() * 14) }, () => pick(PIECES)).join('');
    const from = Math.floor(random() * name.length);
    const query = random() < 0.7 ? name.slice(from, from + 1 + Math.floor(random() * 6)) : pick(QUERIES);
    const parsed = parseQuery(query);
    const match = showMatch(parsed, name);
    if (!match || parsed.words.length === 0) continue;
    matched += 1;
    expect(match.segments.map(({ text }) => text).join('')).toBe(name);
    expect(match.segments.some((segment) => segment.match)).toBe(true);
    const boundaries = new Set([name.length]);
    for (const { index } of new Intl.Segmenter('und').segment(name)) boundaries.add(index);
    let at = 0;
    for (const { text } of match.segments) {
      expect(boundaries.has(at)).toBe(true);
      at += text.length;
    }
  }
  expect(matched).toBeGreaterThan(2_000);
});

test('every substring of a name finds it', () => {
  for (const name of ['年度報告 Final_v2.PDF', 'Müller & Söhne (2026).docx', 'a👨‍👩‍👧b<img>.txt']) {
    const characters = Array.from(new Intl.Segmenter('und').segment(name), ({ segment }) => segment);
    for (let start = 0; start < characters.length; start += 1) {
      for (let end = start + 1; end <= characters.length; end += 1) {
        const query = characters.slice(start, end).join('').trim();
        if (query !== '') expect(matchName(parseQuery(query), name)?.step).toBe(0);
      }
    }
  }
});

test('a hostile query is cheap to read', () => {
  for (const query of [
    '*'.repeat(5_000),
    'w '.repeat(20_000),
    'ana'.repeat(90),
    'zhuang'.repeat(40),
    'ﷺ'.repeat(256),
  ]) {
    const startedAt = performance.now();
    const parsed = parseQuery(query);
    expect(performance.now() - startedAt).toBeLessThan(100);
    expect(parsed.words.length).toBeLessThanOrEqual(16);
    expect(parsed.words.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(256);
  }
});

const QUERIES = [
  'report',
  'niandu',
  'ndbg',
  'reprot',
  'annualreport',
  '報告',
  'img',
  'é',
  '👨‍👩‍👧',
  'nian report',
];
const PIECES = [
  ...['Annual', 'Report', 'report', '_', '-', ' ', '.', 'v2', '2026', 'é', 'e\u0301', 'ß', '㎏', 'Ｗ', '　'],
  ...[
    '年',
    '度',
    '报告',
    '報',
    '告',
    '重',
    '\u{20bb7}',
    '👨‍👩‍👧',
    '😀',
    '👍🏽',
    '🇨🇳',
    '<img src=x>',
    '&amp;',
    '"',
  ],
  ...['ملف', 'שלום', 'हिन्दी', 'か\u3099', '한글', '♥️', '\u202e', 'İ', 'ﬁ', '½'],
];
