import { handle } from '@/app/_gateway/handle';
import { type ApiTokenList, createTokenInput } from '@/contracts/accounts';
import { createToken } from '@/server/accounts/create-token';
import { deleteAllTokens } from '@/server/accounts/delete-token';
import { listTokens } from '@/server/accounts/list-tokens';

export const GET = handle({
  async run({ services: { db }, actor }) {
    return Response.json({ items: await listTokens(db, actor) } satisfies ApiTokenList);
  },
});

export const POST = handle({
  body: createTokenInput,
  async run({ services: { db }, actor, body }) {
    return Response.json(await createToken(db, actor, body), { status: 201 });
  },
});

export const DELETE = handle({
  async run({ services: { db }, actor }) {
    await deleteAllTokens(db, actor);
    return new Response(null, { status: 204 });
  },
});
