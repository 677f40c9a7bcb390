import { expect, test } from 'vitest';
import { ApiError } from '@/components/call-api';
import type { ErrorCode } from '@/contracts/errors';
import { whatToShow } from './what-to-show';

const share = { endTime: '2026-11-23T10:00:00.000Z' };
const refusal = (code: ErrorCode | 'offline') => new ApiError(code, 'no', { status: 0 });

test('before any answer it loads', () => {
  expect(whatToShow(undefined, null, null)).toBe('loading');
});

test.each([
  ['code_required', 'locked'],
  ['code_wrong', 'locked'],
  ['rate_limited', 'locked'],
  ['share_expired', 'expired'],
  ['share_cancelled', 'cancelled'],
  ['not_found', 'unknown'],
  ['offline', 'failed'],
  ['internal', 'failed'],
] as const)('a first answer of %s shows %s', (code, view) => {
  expect(whatToShow(undefined, refusal(code), null)).toBe(view);
});

test.each([
  ['share_expired', 'expired'],
  ['share_cancelled', 'cancelled'],
  ['not_found', 'unknown'],
  ['code_required', 'locked'],
] as const)('what was open closes when asking again answers %s', (code, view) => {
  expect(whatToShow(share, refusal(code), null)).toBe(view);
});

test('what was open stays open through a disturbance', () => {
  expect(whatToShow(share, refusal('offline'), null)).toBe('open');
  expect(whatToShow(share, refusal('unavailable'), null)).toBe('open');
});

test('an end that came while the server was out of reach is an end, until a later one is known', () => {
  expect(whatToShow(share, refusal('offline'), share.endTime)).toBe('expired');
  expect(whatToShow({ endTime: '2026-11-23T12:00:00.000Z' }, null, share.endTime)).toBe('open');
});
