import { expect, test } from 'vitest';
import { readReturnPath } from './return-path';

test.each(['/search?q=%E6%8A%A5%E5%91%8A&page=2', '/files/3f1c', '/s/abc#top', '/'])(
  'a path of this site is kept: %s',
  (path) => {
    expect(readReturnPath(path)).toBe(path);
  },
);

test.each([
  undefined,
  '',
  'files',
  'https://evil.example/',
  '//evil.example/files',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/login?callbackUrl=/login',
  '/register',
])('anything else leads to the files: %j', (asked) => {
  expect(readReturnPath(asked)).toBe('/files');
});

test('a repeated parameter is not trusted', () => {
  expect(readReturnPath(['/files', '//evil.example'])).toBe('/files');
});
