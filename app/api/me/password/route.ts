import { handle } from '@/app/_gateway/handle';
import { changePasswordInput } from '@/contracts/accounts';
import { changePassword } from '@/server/accounts/change-password';
import { createSignInLimiter } from '@/server/accounts/sign-in-limiter';

const limiter = createSignInLimiter();

export const POST = handle({
  body: changePasswordInput,
  async run({ services: { db }, actor, body }) {
    await changePassword(db, limiter, actor, body);
    return new Response(null, { status: 204 });
  },
});
