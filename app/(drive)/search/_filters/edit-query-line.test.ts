import { expect, test } from 'vitest';
import { chosenType, isStarredOnly, withoutPart, withStarredOnly, withType } from './edit-query-line';

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
