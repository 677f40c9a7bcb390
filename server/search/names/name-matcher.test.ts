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

test('the better a name matches, the higher its rank', () => {
  const ordered = [
    ['exact', 'report', 'report.pdf'],
    ['beginning', 'report', 'reporting.pdf'],
    ['whole word', 'report', 'my report.pdf'],
    ['beginning of a word', 'report', 'my reporting.pdf'],
    ['inside a word', 'report', 'myreporting.pdf'],
    ['without separators', 'annualreport', 'my annual report.pdf'],
    ['pinyin of the whole name', 'niandu', '年度.pdf'],
    ['pinyin of the whole name, interrupted', 'niandu', '年-度.pdf'],
    ['pinyin at its beginning', 'niandu', '年度报告.pdf'],
    ['pinyin of an unbroken stretch', 'niandu', '报告 年度.pdf'],
    ['pinyin at the beginning of one', 'niandu', '报告 年度新.pdf'],
    ['pinyin inside', 'niandu', '新年度报告.pdf'],
    ['pinyin over something else', 'niandu', '新年 VIP 度.pdf'],
    ['pinyin of another reading', 'chongyao', '重要.pdf'],
    ['initials of the whole name', 'ndbg', '年度报告.pdf'],
    ['initials of the whole name, interrupted', 'ndbg', '年度-报告.pdf'],
    ['initials at its beginning', 'ndbg', '年度报告新.pdf'],
    ['initials of an unbroken stretch', 'ndbg', '新 年度报告.pdf'],
    ['initials at the beginning of one', 'ndbg', '新 年度报告书.pdf'],
    ['initials inside', 'ndbg', '新年度报告.pdf'],
    ['initials over something else', 'ndbg', '新年度 (2) 报告.pdf'],
    ['initials of another reading', 'cyyh', '重要银行.pdf'],
    ['two letters for one initial', 'zhgs', '中公司.pdf'],
    ['one typo', 'reprot', 'my report.pdf'],
    ['without separators, from the middle of a word', 'nualreport', 'my annual report.pdf'],
    ['two typos', 'anualreprot', 'my annual report.pdf'],
  ] as const;
  const ranks = ordered.map(([, query, name]) => matchName(parseQuery(query), name)?.rank ?? 0);
  expect(ranks).toEqual(ranks.toSorted((first, second) => second - first));
  expect(new Set(ranks).size).toBe(ranks.length);
});

test('a name begins with a number only where that number ends', () => {
  const ordered: Record<string, string[]> = {
    '22': ['22.txt', '22-plan.txt', 'ex22.md', '220.json', 'ex1220.md'],
    '2026': ['2026年度报告.docx', 'report 2026.pdf', '20260101_scan.jpg'],
    chap1: ['chap1.tex', 'chap1-draft.tex', 'book chap1.tex', 'chap10.tex'],
    'week 2': ['week 2.txt', 'week 2 plan.txt', 'my week 2.txt', 'week 22.txt'],
    a1b2: ['a1b2.txt', 'a1b2c3.txt', 'a1b23.txt'],
    '４': ['4.txt', '４-plan.txt', 'ex4.md', '40.json'],
  };
  for (const [query, names] of Object.entries(ordered)) {
    const ranks = names.map((name) => matchName(parseQuery(query), name)?.rank ?? 0);
    expect([query, ranks]).toEqual([query, ranks.toSorted((first, second) => second - first)]);
    expect(new Set(ranks).size).toBe(ranks.length);
  }
});

test('names in the very characters that were typed come before those in traditional or simplified ones', () => {
  const ordered: Record<string, string[]> = {
    報告: ['報告.pdf', '報告書.pdf', '年度報告.pdf', '报告.pdf', '报告书.pdf', '年度报告.pdf'],
    报告: ['报告.pdf', '年度报告.pdf', '報告.pdf', '年度報告.pdf'],
    干货: ['技术干货.md', '乾貨.md'],
    '报告 名单': ['名单 报告.pdf', '名單 报告.pdf', '名單 報告.pdf'],
    報告2026: ['報告2026.pdf', '报告2026.pdf'],
  };
  for (const [query, names] of Object.entries(ordered)) {
    const ranks = names.map((name) => matchName(parseQuery(query), name)?.rank ?? 0);
    expect(ranks).toEqual(ranks.toSorted((first, second) => second - first));
    expect(new Set(ranks).size).toBe(ranks.length);
  }
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

test('characters that folding takes for traditional ones are heard as they are read in simplified Chinese', () => {
  const rank = (query: string, name: string) => matchName(parseQuery(query), name)?.rank;
  const whole = rank('niandu', '年度');
  expect(rank('shenme', '什么')).toBe(whole);
  expect(rank('zenme', '怎麼')).toBe(whole);
  expect(rank('mingzhu', '名著')).toBe(whole);
  expect(rank('qianlong', '乾隆')).toBe(whole);
  expect(rank('chongqing', '重慶')).toBe(whole);
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
