'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { signInWithPassword } from './sign-in-with-password';

/**
 * Signs in and goes on to `returnPath`.
 * @returns false when the e-mail address or the password is wrong.
 */
export function useSignIn(
  returnPath: string,
): (input: { email: string; password: string }) => Promise<boolean> {
  const router = useRouter();
  const client = useQueryClient();
  return async (input) => {
    if (!(await signInWithPassword(input))) return false;
    // Nothing that another account, or nobody, was answered may be shown to this one.
    client.clear();
    router.replace(returnPath);
    router.refresh();
    return true;
  };
}
