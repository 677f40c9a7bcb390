import { expect, test } from 'vitest';
import { parseQuery } from '../names/parse-query';
import { showSnippets } from './show-snippets';

/** Snippets with what is marked in brackets. */
function snippets(query: string, text: string, inText = Array<boolean>(16).fill(true)): string[] {
  return showSnippets(parseQuery(query), text, inText).map((segments) =>
    segments.map((segment) => (segment.match ? `[${segment.text}]` : segment.text)).join(''),
  );
}

test('a snippet shows what stands around the word, and marks every word of the query in it', () => {
  const text = `${'before '.repeat(20)}the annual report of 2026 says that reports grow. ${'after '.repeat(60)}`;
  const [shown = '', second] = snippets('report annual', text);
  expect(shown).toContain('the [annual] [report] of 2026 says that [report]s grow.');
  expect(shown.length).toBeLessThan(220);
  expect(second).toBeUndefined();
});

test('Chinese is marked as a span, also where white space or a line stands in it', () => {
  expect(snippets('年度报告', '请查收年度\n报告，谢谢')).toEqual(['请查收[年度 报告]，谢谢']);
});

test('other case, width, accents and traditional characters are found and marked as they stand', () => {
  expect(snippets('cafe ziliao 资料', 'Im ＣＡＦÉ liegen 資料')).toEqual(['Im [ＣＡＦÉ] liegen [資料]']);
});

test('markup and signs of patterns are text like any other', () => {
  expect(snippets('alert', '<img src=x onerror=alert(1)> [a-z]+')).toEqual([
    '<img src=x onerror=[alert](1)> [a-z]+',
  ]);
  expect(snippets('.*', 'any text')).toEqual([]);
});

test('words far from each other give two snippets', () => {
  const text = `first ${'x '.repeat(300)}second ${'y '.repeat(300)}third`;
  expect(snippets('first second third', text)).toHaveLength(2);
});

test('the stretch where most words stand together is shown, and what it lacks beside it', () => {
  const far = (word: string) => `${word} ${'x '.repeat(300)}`;
  const text = `${far('annual')}${far('report')}${far('the annual report of 2026')}${far('budget')}`;
  const shown = snippets('annual report', text);
  expect(shown).toEqual([expect.stringContaining('the [annual] [report] of 2026')]);
  expect(snippets('budget report annual', text)).toEqual([
    expect.stringContaining('the [annual] [report] of 2026'),
    expect.stringContaining('[budget]'),
  ]);
});

test('the sign of a cut stands only where text was left out', () => {
  const [whole = ''] = snippets('budget', ' \n the budget of 2026 \n');
  expect(whole).toBe('the [budget] of 2026');
  const [cut = ''] = snippets('budget', `${'before '.repeat(20)}budget${' after'.repeat(60)}`);
  expect(cut).toMatch(/^…before .*\[budget\] after.*…$/);
  const [end = ''] = snippets('budget', `${'before '.repeat(20)}budget`);
  expect(end).toMatch(/^….*\[budget\]$/);
});

test('only words that the text is known to hold are looked for in it', () => {
  expect(snippets('annual budget', 'the annual budget', [true, false])).toEqual(['the [annual] budget']);
});

test.each([
  ['Straße', 'strasse'],
  ['Cafe\u0301', 'café'],
  ['ΟΔΟΣ', 'οδος'],
  ['Ёлка', 'елка'],
  ['年度報告', '年度报告'],
  ['着衣', '著衣'],
  ['ｅｔｃ', 'etc'],
])('%s is found far down in a text by %s', (written, typed) => {
  const [shown = ''] = snippets(typed, `${'one line\n'.repeat(4_000)}${written}\nend`);
  expect(shown).toContain(`[${written}]`);
});
