import { expect, test } from 'vitest';
import { findTyped, typeAheadForm } from './type-ahead';

test('letters find the next name that begins with them, whatever their case', () => {
  const names = ['Alpha', 'beta', 'Bravo', 'charlie'];
  expect(findTyped(names, 'b', 0)).toBe(1);
  expect(findTyped(names, 'BR', 0)).toBe(2);
  expect(findTyped(names, 'b', 2)).toBe(2);
});

test('the search runs on from the end to the top', () => {
  expect(findTyped(['alpha', 'beta'], 'a', 1)).toBe(0);
});

test('pinyin initials find Chinese names', () => {
  const names = ['报告', '年度总结.docx', '照片'];
  expect(findTyped(names, 'n', 0)).toBe(1);
  expect(findTyped(names, 'ndzj', 0)).toBe(1);
  expect(findTyped(names, 'zp', 0)).toBe(2);
  expect(findTyped(names, '报', 1)).toBe(0);
});

test.each([
  ['安排', 'ap'],
  ['文件', 'wj'],
  ['通讯录', 'txl'],
  ['项目计划', 'xmjh'],
  ['会议纪要', 'hyjy'],
  ['人事', 'rs'],
  ['Q3财务.xlsx', 'q3cw.xlsx'],
])('%s types as %s', (name, form) => {
  expect(typeAheadForm(name)).toBe(form);
});

test('what nothing begins with is not found', () => {
  expect(findTyped(['alpha'], 'z', 0)).toBe(-1);
  expect(findTyped([], 'a', 0)).toBe(-1);
  expect(findTyped(['alpha'], '', 0)).toBe(-1);
});
