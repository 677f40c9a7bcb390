import { expect, test } from 'vitest';
import { lastPage, pageNumbers } from './page-numbers';

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [3, 5, [1, 2, 3, 4, 5]],
  [1, 9, [1, 2, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [9, 9, [1, null, 8, 9]],
])('on page %i of %i these are offered: %j', (current, last, offered) => {
  expect(pageNumbers(current, last)).toEqual(offered);
});

test('whatever the page, all offered exist, ascend, and hold first, last and current', () => {
  for (let last = 1; last <= 30; last += 1) {
    for (let current = 1; current <= last; current += 1) {
      const pages = pageNumbers(current, last).filter((page) => page !== null);
      expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
      expect(pages).toEqual(expect.arrayContaining([1, current, last]));
      expect(pages[0]).toBe(1);
      expect(pages.at(-1)).toBe(last);
      expect(pages.length).toBeLessThanOrEqual(7);
    }
  }
});

test('a page beyond the last offers those that exist', () => {
  expect(pageNumbers(12, 3)).toEqual([1, 2, 3]);
});

test('the last page holds what the others leave', () => {
  expect([0, 1, 20, 21, 40].map((total) => lastPage(total, 20))).toEqual([1, 1, 1, 2, 2]);
});
