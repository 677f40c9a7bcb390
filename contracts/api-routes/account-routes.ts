import { z } from 'zod';
import {
  accountSessionList,
  apiTokenList,
  changeMeInput,
  changePasswordInput,
  createdToken,
  createTokenInput,
  me,
  registeredAccount,
  registerInput,
} from '../accounts';
import type { ApiRoute } from './api-route';

/** next-auth's own interface: one route file answers all of it. */
const handledBy = '/api/auth/[...nextauth]';

export const accountRoutes: ApiRoute[] = [
  {
    method: 'POST',
    path: '/api/accounts',
    summary: 'Register. The first account is the administrator.',
    access: 'public',
    body: registerInput,
    success: [{ status: 201, is: registeredAccount, means: 'The new account.' }],
    errors: ['email_taken', 'unavailable'],
  },
  {
    method: 'GET',
    path: '/api/auth/csrf',
    handledBy,
    summary: 'The token that signing in and out needs, with its cookie.',
    access: 'public',
    success: [{ status: 200, is: z.object({ csrfToken: z.string() }), means: 'The token.' }],
  },
  {
    method: 'POST',
    path: '/api/auth/callback/credentials',
    handledBy,
    summary: 'Sign in. With json=true it answers 401 and an address that names the error where it refuses.',
    access: 'public',
    body: {
      form: z.object({
        csrfToken: z.string(),
        email: z.string(),
        password: z.string(),
        callbackUrl: z.string().optional(),
        json: z.literal('true').optional(),
      }),
    },
    success: [
      { status: 200, is: z.object({ url: z.string() }), means: 'Signed in; the session cookie is set.' },
    ],
    errors: ['rate_limited', 'unavailable'],
  },
  {
    method: 'POST',
    path: '/api/auth/signout',
    handledBy,
    summary: 'Sign out: the session ends at once.',
    access: 'public',
    body: { form: z.object({ csrfToken: z.string(), json: z.literal('true').optional() }) },
    success: [{ status: 200, is: z.object({ url: z.string() }), means: 'Signed out.' }],
  },
  {
    method: 'GET',
    path: '/api/auth/session',
    handledBy,
    summary: 'Who is signed in by this cookie.',
    access: 'public',
    success: [
      { status: 200, is: z.record(z.string(), z.unknown()), means: 'The session, or {} for nobody.' },
    ],
  },
  {
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change settings of the account.',
    access: 'account',
    body: changeMeInput,
    success: [{ status: 200, is: me, means: 'The account as it is now.' }],
  },
  {
    method: 'GET',
    path: '/api/me',
    summary: 'The own account, with the room used and allowed.',
    access: 'account',
    success: [{ status: 200, is: me, means: 'The account.' }],
  },
  {
    method: 'POST',
    path: '/api/me/password',
    summary: 'Change the password, and sign out everywhere else.',
    access: 'account',
    body: changePasswordInput,
    success: [{ status: 204, means: 'Changed.' }],
    errors: ['rate_limited', 'unavailable'],
  },
  {
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'Where the account is signed in.',
    access: 'account',
    success: [{ status: 200, is: accountSessionList, means: 'The sessions, newest first.' }],
  },
  {
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Sign out everywhere but here.',
    access: 'account',
    success: [{ status: 204, means: 'Done.' }],
  },
  {
    method: 'GET',
    path: '/api/tokens',
    summary: 'The API tokens of the account.',
    access: 'account',
    success: [{ status: 200, is: apiTokenList, means: 'The tokens, newest first, without their secrets.' }],
  },
  {
    method: 'POST',
    path: '/api/tokens',
    summary: 'Make an API token. It is shown in this answer only.',
    access: 'account',
    body: createTokenInput,
    success: [{ status: 201, is: createdToken, means: 'The token, for `Authorization: Bearer`.' }],
  },
  {
    method: 'DELETE',
    path: '/api/tokens',
    summary: 'End all API tokens of the account.',
    access: 'account',
    success: [{ status: 204, means: 'Done.' }],
  },
  {
    method: 'DELETE',
    path: '/api/tokens/{tokenId}',
    summary: 'End one API token.',
    access: 'account',
    success: [{ status: 204, means: 'Done.' }],
    errors: ['not_found'],
  },
];
