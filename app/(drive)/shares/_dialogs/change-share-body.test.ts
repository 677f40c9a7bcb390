import { expect, test } from 'vitest';
import { changeShareInput } from '@/contracts/shares';
import { changeShareBody, settingsOf } from './change-share-body';

const now = new Date('2026-11-23T10:00:00Z');
const share = {
  endTime: '2026-11-30T10:00:00.000Z',
  extractionCode: 'k7mq',
  allowDownload: true,
  downloadLimit: null,
  message: null,
};
const running = settingsOf(share, { ended: false, now });

test('what was not touched is not sent', () => {
  expect(changeShareBody(share, running)).toEqual({});
  expect(changeShareBody({ ...share, extractionCode: null }, { ...running, codeWanted: false })).toEqual({});
});

test('another code, and no code any more', () => {
  expect(changeShareBody(share, { ...running, code: ' 春暖花开 ' })).toEqual({ extractionCode: '春暖花开' });
  expect(changeShareBody(share, { ...running, codeWanted: false })).toEqual({ extractionCode: null });
});

test('a share without a code can be given one', () => {
  const open = { ...share, extractionCode: null };
  const settings = { ...settingsOf(open, { ended: false, now }), codeWanted: true };
  expect(changeShareBody(open, settings).extractionCode).toMatch(/^[2-9a-z]{4}$/);
});

test('a limit and a message are given, changed and taken away', () => {
  const limited = { ...share, downloadLimit: 5, message: 'hello' };
  const settings = settingsOf(limited, { ended: false, now });
  expect(changeShareBody(limited, settings)).toEqual({});
  expect(changeShareBody(share, { ...running, limitWanted: true, limit: '5', message: 'hello' })).toEqual({
    downloadLimit: 5,
    message: 'hello',
  });
  expect(changeShareBody(limited, { ...settings, limit: '8' })).toEqual({ downloadLimit: 8 });
  expect(changeShareBody(limited, { ...settings, limitWanted: false, message: ' ' })).toEqual({
    downloadLimit: null,
    message: ' ',
  });
});

test('a share that has ended begins with a new week', () => {
  const ended = settingsOf({ ...share, endTime: '2026-11-20T10:00:00.000Z' }, { ended: true, now });
  expect(changeShareBody(share, ended)).toEqual({ ttlSeconds: 604_800 });
});

test('whatever is sent, the contract takes', () => {
  for (const expiry of ['keep', 'hour', 'custom', 'never'] as const) {
    const body = changeShareBody(share, { ...running, expiry, allowDownload: false, code: 'abcd' });
    expect(changeShareInput.safeParse(body).success).toBe(true);
  }
});
