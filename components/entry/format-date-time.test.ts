import { expect, test } from 'vitest';
import { formatDateTime } from './format-date-time';

const now = new Date('2026-11-23T10:00:00Z');
const shanghai = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', now, style: 'short' } as const;
const london = { locale: 'en', timeZone: 'Europe/London', now, style: 'short' } as const;

test('a moment of today shows its time', () => {
  expect(formatDateTime('2026-11-23T08:05:00Z', london)).toMatch(/^8:05\sAM$/);
  expect(formatDateTime('2026-11-23T08:05:00Z', shanghai)).toBe('16:05');
});

test('whether it is today is asked in the time zone of the reader', () => {
  // 17:30 UTC of the 22nd is already the 23rd in Shanghai.
  expect(formatDateTime('2026-11-22T17:30:00Z', shanghai)).toBe('01:30');
  expect(formatDateTime('2026-11-22T17:30:00Z', london)).toBe('Nov 22');
});

test('a moment of this year leaves the year out', () => {
  expect(formatDateTime('2026-03-04T08:05:00Z', london)).toBe('Mar 4');
  expect(formatDateTime('2026-03-04T08:05:00Z', shanghai)).toBe('3月4日');
});

test('an older moment shows its year', () => {
  expect(formatDateTime('2024-03-04T08:05:00Z', london)).toBe('Mar 4, 2024');
  expect(formatDateTime('2024-03-04T08:05:00Z', shanghai)).toBe('2024年3月4日');
});

test('the full form always has date and time', () => {
  expect(formatDateTime('2026-11-23T08:05:00Z', { ...shanghai, style: 'full' })).toBe('2026年11月23日 16:05');
});
