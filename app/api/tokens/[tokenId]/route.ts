import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { deleteToken } from '@/server/accounts/delete-token';

export const DELETE = handle({
  params: z.object({ tokenId: z.string() }),
  async run({ services: { db }, actor, params }) {
    await deleteToken(db, actor, params.tokenId);
    return new Response(null, { status: 204 });
  },
});
