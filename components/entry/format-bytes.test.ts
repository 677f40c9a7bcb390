import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes';

test.each([
  [0, '0 B'],
  [1, '1 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [10_240, '10 KB'],
  [150_000, '146 KB'],
  [1_048_575, '1 MB'],
  [5_000_000, '4.8 MB'],
  [1_073_741_824, '1 GB'],
  [16_106_127_360, '15 GB'],
])('%i bytes read as %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
});

test('a size never shows four digits before its unit', () => {
  for (let bytes = 1; bytes < 2 ** 52; bytes = Math.ceil(bytes * 1.37)) {
    expect(formatBytes(bytes, 'en')).toMatch(/^\d{1,3}(\.\d)? (B|KB|MB|GB|TB|PB)$/);
  }
});

test('a size far beyond the last unit keeps that unit', () => {
  expect(formatBytes(2 ** 60 * 5, 'en')).toBe('5,120 PB');
});

test('a negative size, which no file has, reads as nothing', () => {
  expect(formatBytes(-5, 'zh-CN')).toBe('0 B');
});
