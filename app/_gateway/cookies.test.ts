import { expect, test } from 'vitest';
import { clientAddress, isSecure, readCookies } from './cookies';

test('cookies are read by name, the first of a name wins, and what is broken is left as it came', () => {
  const headers = new Headers({ cookie: 'a=1; b=x%20y;a=2; c=%; ; d; =e; f=g=h' });
  expect(readCookies(headers)).toEqual({ a: '1', b: 'x y', c: '%', '': 'e', f: 'g=h' });
  expect(readCookies(new Headers())).toEqual({});
  expect(Object.keys(readCookies(new Headers({ cookie: '__proto__=x; toString=y' })))).toContain('toString');
});

test('cookies are bound to https where the browser came by it, or the drive is only there by it', () => {
  const forwarded = (proto: string) => new Headers({ 'x-forwarded-proto': proto });
  expect(isSecure(new Headers(), 'http://127.0.0.1:3000')).toBe(false);
  expect(isSecure(forwarded('http'), 'http://127.0.0.1:3000')).toBe(false);
  expect(isSecure(forwarded('https, http'), 'http://127.0.0.1:3000')).toBe(true);
  expect(isSecure(new Headers(), 'https://drive.example.org')).toBe(true);
});

test('the address is the one the nearest proxy saw, not one the client wrote before it', () => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': '6.6.6.6, 192.0.2.7' }))).toBe('192.0.2.7');
  expect(clientAddress(new Headers({ 'x-forwarded-for': '192.0.2.7' }))).toBe('192.0.2.7');
  expect(clientAddress(new Headers())).toBe('unknown');
});
