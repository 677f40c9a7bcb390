import { expect, test } from 'vitest';
import { findRegisterProblems, findSignInProblems } from './find-problems';

const right = { email: 'mei@example.com', name: '林美', password: 'correct horse' };

test('what the server accepts has no problem', () => {
  expect(findRegisterProblems(right)).toEqual({});
  expect(findSignInProblems(right)).toEqual({});
});

test('spaces around an e-mail address are no problem', () => {
  expect(findSignInProblems({ ...right, email: ' mei@example.com ' })).toEqual({});
});

test('an empty form names every field', () => {
  expect(findRegisterProblems({ email: '', name: ' ', password: '' })).toEqual({
    email: 'emailMissing',
    name: 'nameMissing',
    password: 'passwordShort',
  });
  expect(findSignInProblems({ email: '', password: '' })).toEqual({
    email: 'emailMissing',
    password: 'passwordMissing',
  });
});

test('an address without a host is named as not whole', () => {
  expect(findSignInProblems({ ...right, email: 'mei@' })).toEqual({ email: 'emailInvalid' });
});

test('a name with control characters or beyond 100 characters is refused', () => {
  expect(findRegisterProblems({ ...right, name: 'a\u0007b' })).toEqual({ name: 'nameInvalid' });
  expect(findRegisterProblems({ ...right, name: 'x'.repeat(101) })).toEqual({ name: 'nameInvalid' });
});

test('a short password is not refused at sign-in: it may be older than the rule', () => {
  expect(findSignInProblems({ ...right, password: 'x' })).toEqual({});
});
