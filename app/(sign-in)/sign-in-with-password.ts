import { z } from 'zod';
import { ApiError, callApi, callApiForNothing } from '@/components/call-api';

const csrfAnswer = z.object({ csrfToken: z.string() });

/**
 * Signs in through next-auth's own routes. Its `signIn()` reads every answer as its own JSON, so a refusal of ours
 * (429 with the seconds to wait, 503) would end in a TypeError; here it stays an ApiError.
 * @returns false when the e-mail address or the password is wrong.
 * @throws {ApiError} for everything else.
 */
export async function signInWithPassword(input: { email: string; password: string }): Promise<boolean> {
  const { csrfToken } = await callApi(csrfAnswer, '/api/auth/csrf');
  try {
    await callApiForNothing('/api/auth/callback/credentials', {
      method: 'POST',
      // The text 'true' makes next-auth answer with JSON instead of a redirect.
      body: { ...input, csrfToken, json: 'true' },
    });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    throw error;
  }
}
