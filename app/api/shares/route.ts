import { handle } from '@/app/_gateway/handle';
import { createShareInput, listSharesQuery } from '@/contracts/shares';
import { createShare } from '@/server/shares/create-share';
import { listShares } from '@/server/shares/list-shares';

export const GET = handle({
  query: listSharesQuery,
  async run({ services: { db, config }, actor, query }) {
    return Response.json(await listShares(db, actor, query, config));
  },
});

export const POST = handle({
  body: createShareInput,
  async run({ services: { db, config }, actor, body }) {
    return Response.json(await createShare(db, actor, body, config), { status: 201 });
  },
});
