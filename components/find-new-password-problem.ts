import { registerInput } from '@/contracts/accounts';

/** Why the server would refuse a new password, as a key of `account.problems`; null for a good one. */
export function findNewPasswordProblem(password: string): 'passwordShort' | 'passwordLong' | null {
  if (registerInput.shape.password.safeParse(password).success) return null;
  return password.length > 8 ? 'passwordLong' : 'passwordShort';
}
