import { expect, test } from 'vitest';
import { matchName } from './name-matcher';
import { parseQuery } from './parse-query';

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
  expectFallingRanks(ordered.map(([, query, name]) => ({ query, name })));
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
    expectFallingRanks(names.map((name) => ({ query, name })));
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
    expectFallingRanks(names.map((name) => ({ query, name })));
  }
});

test('characters that folding takes for traditional ones are heard as they are read in simplified Chinese', () => {
  const whole = rankOf('niandu', '年度');
  expect(rankOf('shenme', '什么')).toBe(whole);
  expect(rankOf('zenme', '怎麼')).toBe(whole);
  expect(rankOf('mingzhu', '名著')).toBe(whole);
  expect(rankOf('qianlong', '乾隆')).toBe(whole);
  expect(rankOf('chongqing', '重慶')).toBe(whole);
});

function rankOf(query: string, name: string): number | undefined {
  return matchName(parseQuery(query), name)?.rank;
}

function expectFallingRanks(ordered: { query: string; name: string }[]): void {
  const ranks = ordered.map(({ query, name }) => rankOf(query, name) ?? 0);
  expect(ranks).toEqual(ranks.toSorted((first, second) => second - first));
  expect(new Set(ranks).size).toBe(ranks.length);
}
