import { findNewPasswordProblem } from '@/components/find-new-password-problem';
import type { ChangePasswordInput } from '@/contracts/accounts';
import type { Messages } from '@/i18n/messages';

type Problems = Partial<Record<keyof ChangePasswordInput, keyof Messages['account']['problems']>>;

/** What keeps a change of password from being tried, as keys of `account.problems`. */
export function findPasswordChangeProblems(input: ChangePasswordInput): Problems {
  const problems: Problems = {};
  if (input.currentPassword === '') problems.currentPassword = 'passwordMissing';
  const newPassword = findNewPasswordProblem(input.newPassword);
  if (newPassword) problems.newPassword = newPassword;
  else if (input.newPassword === input.currentPassword) problems.newPassword = 'passwordSame';
  return problems;
}
