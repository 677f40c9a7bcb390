import { expect, test } from 'vitest';
import { splitLinkCode } from './split-link-code';

test.each(['code', 'pwd'])('the code is read from ?%s= and leaves the address', (name) => {
  expect(splitLinkCode(`https://drive.example/s/abc?${name}=k7mq`)).toEqual({
    code: 'k7mq',
    cleaned: '/s/abc',
  });
});

test('what else is in the address stays', () => {
  expect(splitLinkCode('https://drive.example/s/abc?folder=f1&pwd=%E6%98%A5%20&x=1#top')).toEqual({
    code: '春',
    cleaned: '/s/abc?folder=f1&x=1#top',
  });
});

test('an empty code is none, and is removed all the same', () => {
  expect(splitLinkCode('https://drive.example/s/abc?pwd=')).toEqual({ code: null, cleaned: '/s/abc' });
});

test('an address without a code is left alone', () => {
  expect(splitLinkCode('https://drive.example/s/abc?folder=f1')).toEqual({ code: null, cleaned: null });
});
