import { expect, test } from 'vitest';
import { describeTimeZone, formatDistance, formatMoment } from './format-moment';

const moment = new Date('2026-11-30T08:00:00Z');

test('a moment names its zone, so that nobody takes it for another hour', () => {
  const berlin = formatMoment(moment, { locale: 'en', timeZone: 'Europe/Berlin' });
  expect(berlin.replaceAll(/\s/g, ' ')).toBe('November 30, 2026 at 9:00 AM (GMT+1)');
  const shanghai = formatMoment(moment, { locale: 'zh-CN', timeZone: 'Asia/Shanghai' });
  expect(shanghai).toBe('2026年11月30日 16:00 (GMT+8)');
});

test('the offset of a zone is that of the moment, not of today', () => {
  const zone = { locale: 'en', timeZone: 'Europe/Berlin' };
  expect(describeTimeZone(moment, zone)).toBe('Central European Standard Time (GMT+1)');
  expect(describeTimeZone(new Date('2026-07-01T00:00:00Z'), zone)).toBe(
    'Central European Summer Time (GMT+2)',
  );
});

test('a zone that has no name of its own is said once', () => {
  expect(describeTimeZone(moment, { locale: 'en', timeZone: 'Etc/GMT-7' })).toBe('GMT+7');
});

test.each([
  [30 * 60_000, 'in 30 minutes'],
  [3_600_000, 'in 1 hour'],
  [26 * 3_600_000, 'in 26 hours'],
  [7 * 86_400_000 - 400, 'in 7 days'],
  [-2 * 86_400_000, '2 days ago'],
])('%i ms read as %s', (distance, text) => {
  expect(formatDistance(1_000, 1_000 + distance, 'en')).toBe(text);
});

test('distances are said in Chinese too', () => {
  expect(formatDistance(0, 7 * 86_400_000, 'zh-CN')).toBe('7天后');
});
