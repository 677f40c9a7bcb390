import { expect, test } from 'vitest';
import { shareState } from './share-state';

const now = Date.parse('2026-11-23T10:00:00Z');
const share = { cancelledAt: null, shareStatus: 0, endTime: '2026-11-23T10:00:01Z' } as const;

test('a share is active until its end and expired from that millisecond on', () => {
  expect(shareState(share, now + 999)).toBe('active');
  expect(shareState(share, now + 1_000)).toBe('expired');
});

test('a share without an end stays active', () => {
  expect(shareState({ ...share, endTime: null }, Number.MAX_SAFE_INTEGER)).toBe('active');
});

test('what the server marked as expired is expired, whatever our clock says', () => {
  expect(shareState({ ...share, shareStatus: 1 }, now)).toBe('expired');
});

test('a cancelled share is cancelled, expired or not', () => {
  expect(shareState({ ...share, cancelledAt: '2026-11-23T09:00:00Z' }, now + 5_000)).toBe('cancelled');
});
