import { expect, test } from 'vitest';
import {
  chosenTypes,
  filterValue,
  isStarredOnly,
  withFilter,
  withoutFilters,
  withoutPart,
  withStarredOnly,
  withType,
} from './edit-query-line';

test('a type is switched on and off beside others, wherever those stand', () => {
  const line = withType('annual type:image report', 'pdf', true);
  expect(line).toBe('annual report type:image,pdf');
  expect(chosenTypes(line)).toEqual(['pdf', 'image']);
  expect(withType(line, 'image', false)).toBe('annual report type:pdf');
  expect(withType('annual type:image type:pdf,video', 'pdf', false)).toBe('annual type:image,video');
  expect(withType('annual type:pdf', 'pdf', false)).toBe('annual');
  expect(chosenTypes('annual')).toEqual([]);
});

test('starred is switched on and off beside everything else', () => {
  const line = withStarredOnly('"two words" size:>1MB', true);
  expect(line).toBe('"two words" size:>1MB is:starred');
  expect(isStarredOnly(line)).toBe(true);
  expect(withStarredOnly(line, false)).toBe('"two words" size:>1MB');
});

test('one filter is taken out, and words that only look like one stay', () => {
  expect(withoutPart('a size:>1MB ext:pdf', 'size:>1MB')).toBe('a ext:pdf');
  expect(withType('note:this type:nothing', 'pdf', true)).toBe('note:this type:nothing type:pdf');
});

test('a filter of any key takes the place of another, and its value is read back', () => {
  const line = withFilter('a size:>1GB', 'size', '1MB..10MB');
  expect(line).toBe('a size:1MB..10MB');
  expect(filterValue(line, 'size')).toBe('1MB..10MB');
  const placed = withFilter(line, 'in', '/My folder/2026');
  expect(placed).toBe('a size:1MB..10MB in:"/My folder/2026"');
  expect(filterValue(placed, 'in')).toBe('/My folder/2026');
  expect(filterValue('a size:>1 size:<9', 'size')).toBeNull();
  expect(withFilter(placed, 'size', null)).toBe('a in:"/My folder/2026"');
});

test.each([
  ['修改时间：今天', 'modified', 'today'],
  ['修改时间:30天', 'modified', '30d'],
  ['before:2026', 'modified', '<2026'],
  ['晚于:2026-03', 'modified', '>2026-03'],
  ['位置：“年度 报告”', 'in', '年度 报告'],
] as const)('of %s, %s is read back as it is written in English', (line, key, value) => {
  expect(filterValue(line, key)).toBe(value);
  expect(filterValue(withFilter(line, key, value), key)).toBe(value);
});

test('what means nothing changes nothing', () => {
  expect(withFilter('a size:>1GB', 'size', 'huge')).toBe('a size:>1GB');
  expect(withFilter('a', 'ext', ',')).toBe('a');
  expect(withFilter('a', 'in', 'a" b')).toBe('a');
});

test('without its filters a line is its words, whatever kind they are of', () => {
  expect(withoutFilters('report type:pdf,image -draft is:starred "a b"')).toBe('report -draft "a b"');
});
