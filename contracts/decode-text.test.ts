import { expect, test } from 'vitest';
import { decodeText } from './decode-text';

const whole = { isCut: false };
const utf8 = new TextEncoder().encode('网盘 drive');

test('UTF-8 is read, and its mark left out', () => {
  expect(decodeText(utf8, whole)).toBe('网盘 drive');
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), whole)).toBe('网盘 drive');
});

test('what is not UTF-8 is read as GB18030', () => {
  expect(decodeText(new Uint8Array([0xcd, 0xf8, 0xc5, 0xcc]), whole)).toBe('网盘');
});

test('UTF-16 is read by its mark', () => {
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x51, 0x7f]), whole)).toBe('网');
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0x7f, 0x51]), whole)).toBe('网');
});

test('a text that is cut within a letter stays UTF-8, without that letter', () => {
  expect(decodeText(utf8.slice(0, 5), { isCut: true })).toBe('网');
});

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array(), whole)).toBe('');
});
