import { expect, test } from 'vitest';
import { findPasswordChangeProblems } from './find-password-change-problems';

test('a long enough, different password can be tried', () => {
  const input = { currentPassword: 'old password', newPassword: 'new password' };
  expect(findPasswordChangeProblems(input)).toEqual({});
});

test('both fields are named when both are empty', () => {
  expect(findPasswordChangeProblems({ currentPassword: '', newPassword: '' })).toEqual({
    currentPassword: 'passwordMissing',
    newPassword: 'passwordShort',
  });
});

test('the same password again changes nothing and is refused', () => {
  const input = { currentPassword: 'correct horse', newPassword: 'correct horse' };
  expect(findPasswordChangeProblems(input)).toEqual({ newPassword: 'passwordSame' });
});
