import { findNewPasswordProblem } from '@/components/find-new-password-problem';
import { registerInput } from '@/contracts/accounts';
import type { Messages } from '@/i18n/messages';

/** The key of a sentence in `account.problems`. */
type ProblemKey = keyof Messages['account']['problems'];
export type Problems<Name extends string> = Partial<Record<Name, ProblemKey>>;

/** What keeps a sign-in from being tried at all. */
export function findSignInProblems(input: {
  email: string;
  password: string;
}): Problems<'email' | 'password'> {
  const problems: Problems<'email' | 'password'> = {};
  const email = findEmailProblem(input.email);
  if (email) problems.email = email;
  if (input.password === '') problems.password = 'passwordMissing';
  return problems;
}

/** What the server would refuse of a registration, by the schema it uses itself. */
export function findRegisterProblems(input: {
  email: string;
  name: string;
  password: string;
}): Problems<'email' | 'name' | 'password'> {
  const problems: Problems<'email' | 'name' | 'password'> = {};
  const { name } = registerInput.shape;
  if (input.name.trim() === '') problems.name = 'nameMissing';
  else if (!name.safeParse(input.name).success) problems.name = 'nameInvalid';
  const email = findEmailProblem(input.email);
  if (email) problems.email = email;
  const password = findNewPasswordProblem(input.password);
  if (password) problems.password = password;
  return problems;
}

function findEmailProblem(email: string): ProblemKey | null {
  if (email.trim() === '') return 'emailMissing';
  return registerInput.shape.email.safeParse(email.trim()).success ? null : 'emailInvalid';
}
