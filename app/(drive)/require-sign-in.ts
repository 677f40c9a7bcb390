import { redirect } from 'next/navigation';
import { currentActor } from '@/app/_gateway/session';
import type { Actor } from '@/server/accounts/actor';

/** Leads to the sign-in page, and from there back to `path`, unless somebody is signed in. */
export async function requireSignIn(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/login?callbackUrl=${encodeURIComponent(path)}`);
  return actor;
}
