import { expect, test } from 'vitest';
import {
  chosenType,
  filterValue,
  isStarredOnly,
  withFilter,
  withoutFilters,
  withoutPart,
  withStarredOnly,
  withType,
} from './edit-query-line';

test('a type takes the place of another, and goes again', () => {
  const line = withType('annual report type:image', 'pdf');
  expect(line).toBe('annual report type:pdf');
  expect(chosenType(line)).toBe('pdf');
  expect(withType(line, null)).toBe('annual report');
  expect(chosenType('annual')).toBeNull();
});

test('starred is switched on and off beside everything else', () => {
  const line = withStarredOnly('"two words" size:>1MB', true);
  expect(line).toBe('"two words" size:>1MB is:starred');
  expect(isStarredOnly(line)).toBe(true);
  expect(withStarredOnly(line, false)).toBe('"two words" size:>1MB');
});

test('one filter is taken out, and words that only look like one stay', () => {
  expect(withoutPart('a size:>1MB ext:pdf', 'size:>1MB')).toBe('a ext:pdf');
  expect(withType('note:this type:nothing', 'pdf')).toBe('note:this type:nothing type:pdf');
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

test('what means nothing changes nothing', () => {
  expect(withFilter('a size:>1GB', 'size', 'huge')).toBe('a size:>1GB');
  expect(withFilter('a', 'ext', ',')).toBe('a');
  expect(withFilter('a', 'in', 'a" b')).toBe('a');
});

test('without its filters a line is its words, whatever kind they are of', () => {
  expect(withoutFilters('report type:pdf -draft is:starred "a b"')).toBe('report -draft "a b"');
});
