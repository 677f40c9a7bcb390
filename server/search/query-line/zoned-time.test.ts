import { expect, test } from 'vitest';
import { instantOfWallTime, wallDayOf } from './zoned-time';

const HOUR_MS = 3_600_000;
const dayStart = (day: string, timeZone: string) =>
  new Date(instantOfWallTime(Date.parse(day), timeZone)).toISOString();
const hoursOf = (day: string, timeZone: string) => {
  const start = Date.parse(day);
  return (instantOfWallTime(start + 24 * HOUR_MS, timeZone) - instantOfWallTime(start, timeZone)) / HOUR_MS;
};

test('a day on which clocks go forward has 23 hours, and one on which they go back 25', () => {
  expect(hoursOf('2026-03-08', 'America/New_York')).toBe(23);
  expect(hoursOf('2026-11-01', 'America/New_York')).toBe(25);
  expect(hoursOf('2026-11-23', 'America/New_York')).toBe(24);
  expect(dayStart('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(dayStart('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
});

test('a day whose midnight is left out begins when it begins', () => {
  // In Beirut the clocks went from 24:00 to 01:00.
  expect(dayStart('2022-03-27', 'Asia/Beirut')).toBe('2022-03-26T22:00:00.000Z');
  expect(hoursOf('2022-03-27', 'Asia/Beirut')).toBe(23);
});

test('a day whose midnight comes twice begins with the first, and never before its date', () => {
  // In Havana the clocks went from 01:00 back to 00:00.
  expect(dayStart('2022-11-06', 'America/Havana')).toBe('2022-11-06T04:00:00.000Z');
  // In Beirut they went from 24:00 back to 23:00 of the same day.
  expect(dayStart('2022-10-30', 'Asia/Beirut')).toBe('2022-10-29T22:00:00.000Z');
  expect(hoursOf('2022-10-29', 'Asia/Beirut')).toBe(25);
});

test('zones of half hours and of the other side of the world are counted right', () => {
  expect(dayStart('2026-06-15', 'Asia/Kolkata')).toBe('2026-06-14T18:30:00.000Z');
  expect(dayStart('2026-06-15', 'Pacific/Kiritimati')).toBe('2026-06-14T10:00:00.000Z');
  expect(dayStart('2026-06-15', 'Pacific/Pago_Pago')).toBe('2026-06-15T11:00:00.000Z');
});

test('the day of an instant is that of the zone, on both sides of midnight and before 1970', () => {
  const dayOf = (instant: string, timeZone: string) =>
    new Date(wallDayOf(Date.parse(instant), timeZone)).toISOString().slice(0, 10);
  expect(dayOf('2026-06-14T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-06-14');
  expect(dayOf('2026-06-14T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-06-15');
  expect(dayOf('1969-12-31T12:00:00.000Z', 'UTC')).toBe('1969-12-31');
});

test('dates from before there were time zones are days of UTC', () => {
  expect(dayStart('0100-01-01', 'Asia/Shanghai')).toBe('0100-01-01T00:00:00.000Z');
  expect(dayStart('1884-01-01', 'Asia/Shanghai')).toMatch(/^1883-12-31T15:5/);
  expect(dayStart('9999-12-31', 'Asia/Shanghai')).toBe('9999-12-30T16:00:00.000Z');
});
