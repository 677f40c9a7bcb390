import { expect, test } from 'vitest';
import { findNewPasswordProblem } from './find-new-password-problem';

test('a new password has 8 to 256 characters', () => {
  expect(findNewPasswordProblem('1234567')).toBe('passwordShort');
  expect(findNewPasswordProblem('12345678')).toBeNull();
  expect(findNewPasswordProblem('x'.repeat(256))).toBeNull();
  expect(findNewPasswordProblem('x'.repeat(257))).toBe('passwordLong');
});
