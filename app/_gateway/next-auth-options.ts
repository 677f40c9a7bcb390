import 'server-only';
import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { inOneLine } from '@/contracts/plain-text';
import type { Actor } from '@/server/accounts/actor';
import { signIn } from '@/server/accounts/sign-in';
import { createSignInLimiter } from '@/server/accounts/sign-in-limiter';
import { NetdiskError } from '@/server/errors';
import type { Services } from '@/server/services';
import { clientAddress } from './cookies';

declare module 'next-auth' {
  interface User {
    sessionId: string;
  }
}

/** As no account has them: what is refused here could never be right. */
const credentials = z.object({ email: z.string().max(254).check(inOneLine), password: z.string().max(256) });

/** The cookie outlives the session; whether the session holds, its row says in every request. */
const COOKIE_SECONDS = 365 * 24 * 60 * 60;

const limiter = createSignInLimiter();

/** What next-auth's callbacks found while it answered one request, where its own answer cannot carry it. */
export interface AuthFindings {
  failure?: unknown;
  passwordTried?: boolean;
  signedOutSessionId?: string;
}

/** next-auth for one request: the session id goes into the encrypted cookie, nothing else is decided there. */
export function nextAuthOptions(
  { config, db, log }: Services,
  request: { headers: Headers; secure: boolean; actor: Actor | null },
  findings: AuthFindings,
): AuthOptions {
  return {
    secret: config.sessionSecret,
    useSecureCookies: request.secure,
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    jwt: { maxAge: COOKIE_SECONDS },
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, 'next-auth reports an error'),
      warn: (code) => log.debug({ code }, 'next-auth warns'),
      debug: (code) => log.trace({ code }, 'next-auth'),
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given) {
          findings.passwordTried = true;
          const parsed = credentials.safeParse(given);
          if (!parsed.success) return null;
          try {
            const { accountId, sessionId } = await signIn(db, limiter, {
              ...parsed.data,
              address: clientAddress(request.headers),
              userAgent: request.headers.get('user-agent') ?? '',
            });
            return { id: accountId, sessionId };
          } catch (error) {
            if (error instanceof NetdiskError && error.code === 'unauthenticated') return null;
            findings.failure = error;
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
      session: ({ session }) => ({ ...session, user: sessionUser(request.actor) }),
    },
    events: {
      signOut({ token }) {
        if (typeof token?.sessionId === 'string') findings.signedOutSessionId = token.sessionId;
      },
    },
  };
}

function sessionUser(actor: Actor | null): { name: string; email: string } | undefined {
  return actor ? { name: actor.name, email: actor.email } : undefined;
}
