import { redirect } from 'next/navigation';
import { currentActor } from '@/app/_gateway/session';

/** Leads to the sign-in page, and from there back to `path`, unless somebody is signed in. */
export async function requireSignIn(path: string): Promise<void> {
  if (!(await currentActor())) redirect(`/login?callbackUrl=${encodeURIComponent(path)}`);
}
