import { handlePublic } from '@/app/_gateway/handle';
import { registerInput } from '@/contracts/accounts';
import { registerAccount } from '@/server/accounts/register-account';

export const POST = handlePublic({
  body: registerInput,
  async run({ services: { db, config }, body }) {
    const account = await registerAccount(db, body, { defaultQuotaBytes: config.defaultQuotaBytes });
    return Response.json(account, { status: 201 });
  },
});
