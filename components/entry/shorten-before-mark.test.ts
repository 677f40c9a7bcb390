import { expect, test } from 'vitest';
import { shortenBeforeMark } from './shorten-before-mark';

const mark = { text: '报告', match: true };
const end = { text: ' final.docx', match: false };

test('the middle of a long beginning is left out, so that the first mark is seen', () => {
  const beginning = '关于上海公司二〇二六年第一季度产品需求评审会议的说明和年度预算执行情况的最终';
  expect(shortenBeforeMark([{ text: beginning, match: false }, mark, end])).toEqual([
    { text: '关于上海公司二〇二六…度预算执行情况的最终', match: false },
    mark,
    end,
  ]);
});

test('Latin letters take half as much room', () => {
  const letters = (count: number) => ({ text: 'x'.repeat(count), match: false });
  expect(shortenBeforeMark([letters(56), mark])).toEqual([letters(56), mark]);
  expect(shortenBeforeMark([letters(57), mark])).toEqual([
    { text: `${'x'.repeat(20)}…${'x'.repeat(20)}`, match: false },
    mark,
  ]);
});

test('no grapheme is cut', () => {
  const family = '👨‍👩‍👧';
  const [first] = shortenBeforeMark([{ text: family.repeat(30), match: false }, mark]);
  expect(first?.text).toBe(`${family.repeat(10)}…${family.repeat(10)}`);
});

test('a name that begins with its mark, or has none, stays as it is', () => {
  const long = { text: '长'.repeat(90), match: false };
  for (const segments of [[mark, long], [long], [], [{ text: '短', match: false }, mark]]) {
    expect(shortenBeforeMark(segments)).toBe(segments);
  }
});
