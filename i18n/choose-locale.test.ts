import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale';

test('the chosen language wins over the browser', () => {
  expect(chooseLocale('zh-CN', 'en-GB,en;q=0.9')).toBe('zh-CN');
});

test('an unknown choice is ignored', () => {
  expect(chooseLocale('tlh', 'zh-CN,zh;q=0.9')).toBe('zh-CN');
});

test('any Chinese of the browser is answered in Simplified Chinese', () => {
  expect(chooseLocale(undefined, 'zh-TW')).toBe('zh-CN');
  expect(chooseLocale(undefined, 'ZH-hans-SG')).toBe('zh-CN');
});

test('the quality of each language decides, not its place', () => {
  expect(chooseLocale(undefined, 'en;q=0.4, zh-CN;q=0.8')).toBe('zh-CN');
});

test('a refused language (q=0) is not taken', () => {
  expect(chooseLocale(undefined, 'zh;q=0, fr')).toBe('en');
});

test('without any hint it is English', () => {
  expect(chooseLocale(undefined, null)).toBe('en');
  expect(chooseLocale(undefined, ';;;,,q=')).toBe('en');
});
