import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  defaultShareSettings,
  expiryInput,
  findShareProblems,
  plannedEnd,
  type ShareSettings,
  toLocalInput,
} from './share-settings';

const zoneOfTheMachine = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  process.env.TZ = zoneOfTheMachine;
});

const now = new Date('2026-11-23T10:00:00Z');
const settings: ShareSettings = {
  expiry: 'week',
  customEnd: '',
  codeWanted: true,
  code: 'k7mq',
  allowDownload: true,
  limitWanted: false,
  limit: '10',
  message: '',
};

test('a new share lasts seven days behind a code of four characters', () => {
  const made = defaultShareSettings(now);
  expect(made).toMatchObject({ expiry: 'week', codeWanted: true, allowDownload: true });
  expect(made.code).toMatch(/^[2-9a-z]{4}$/);
  expect(findShareProblems(made, now)).toEqual({});
});

test.each([
  ['hour', 3_600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_592_000],
] as const)('the preset %s is sent as seconds, which the server counts', (expiry, ttlSeconds) => {
  expect(expiryInput({ ...settings, expiry })).toEqual({ ttlSeconds });
  expect(plannedEnd({ ...settings, expiry }, now)?.getTime()).toBe(now.getTime() + ttlSeconds * 1_000);
});

test('never is sent as null, and what is kept is not sent', () => {
  expect(expiryInput({ ...settings, expiry: 'never' })).toEqual({ endTime: null });
  expect(expiryInput({ ...settings, expiry: 'keep' })).toEqual({});
});

test('a date and time counts in the time zone of the person', () => {
  const custom: ShareSettings = { ...settings, expiry: 'custom', customEnd: '2026-12-24T18:30' };
  expect(expiryInput(custom)).toEqual({ endTime: '2026-12-24T17:30:00.000Z' });
  expect(toLocalInput(new Date('2026-12-24T17:30:00Z'))).toBe('2026-12-24T18:30');
});

test('an hour that daylight saving skips ends an hour later, and the page can show so', () => {
  const custom: ShareSettings = { ...settings, expiry: 'custom', customEnd: '2027-03-28T02:30' };
  const end = plannedEnd(custom, now);
  expect(end?.toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(end && toLocalInput(end)).toBe('2027-03-28T03:30');
});

test('an hour that daylight saving repeats is a moment of that hour', () => {
  const custom: ShareSettings = { ...settings, expiry: 'custom', customEnd: '2027-10-31T02:30' };
  expect(['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']).toContain(expiryInput(custom).endTime);
});

test.each([
  ['', 'endMissing'],
  ['2026-11-23T11:00', 'endPast'],
  ['2036-11-24T11:00', 'endFar'],
] as const)('the end %j is refused as %s', (customEnd, problem) => {
  expect(findShareProblems({ ...settings, expiry: 'custom', customEnd }, now)).toEqual({
    customEnd: problem,
  });
});

test('a hidden date and time is not looked at', () => {
  expect(findShareProblems({ ...settings, customEnd: 'nonsense' }, now)).toEqual({});
});

test.each(['', 'abc', '   ', 'x'.repeat(33), 'ab\u0000cd'])('the code %j is refused', (code) => {
  expect(findShareProblems({ ...settings, code }, now)).toEqual({ code: 'codeInvalid' });
});

test('a Chinese code is as good as any, and without a code none is looked at', () => {
  expect(findShareProblems({ ...settings, code: '春暖花开' }, now)).toEqual({});
  expect(findShareProblems({ ...settings, codeWanted: false, code: '' }, now)).toEqual({});
});

test.each([
  [
    'that does not exist, since clocks go forward over it: the hour after',
    'Europe/Berlin',
    '2027-03-28T02:30',
    '2027-03-28T01:30:00.000Z',
  ],
  ['that comes twice: the first of the two', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['that comes twice, elsewhere', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
  ['where zones are not whole hours', 'Asia/Kathmandu', '2026-12-24T18:00', '2026-12-24T12:15:00.000Z'],
])('a time of the clock %s', (_, zone, customEnd, endTime) => {
  process.env.TZ = zone;
  const custom: ShareSettings = { ...settings, expiry: 'custom', customEnd };
  expect(expiryInput(custom)).toEqual({ endTime });
  expect(plannedEnd(custom, now)?.toISOString()).toBe(endTime);
});

test('a day is 24 hours, also when the clocks change within it', () => {
  const evening = new Date('2027-03-27T20:00:00Z');
  const end = plannedEnd({ ...settings, expiry: 'day' }, evening);
  expect((end?.getTime() ?? 0) - evening.getTime()).toBe(86_400_000);
});

test('the same end is shown in the zone of whoever looks', () => {
  const end = new Date('2026-12-24T12:15:00Z');
  expect(toLocalInput(end)).toBe('2026-12-24T13:15');
  process.env.TZ = 'Asia/Shanghai';
  expect(toLocalInput(end)).toBe('2026-12-24T20:15');
});

test.each(['', '0', '1.5', '-1', 'ten', '1000001'])('a limit of "%s" is none', (limit) => {
  expect(findShareProblems({ ...settings, limitWanted: true, limit }, now)).toEqual({
    limit: 'limitInvalid',
  });
  expect(findShareProblems({ ...settings, limitWanted: false, limit }, now)).toEqual({});
});

test('a message has 500 characters at most', () => {
  expect(findShareProblems({ ...settings, message: 'x'.repeat(500) }, now)).toEqual({});
  expect(findShareProblems({ ...settings, message: 'x'.repeat(501) }, now)).toEqual({
    message: 'messageLong',
  });
});
