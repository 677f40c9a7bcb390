import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { changeShareInput } from '@/contracts/shares';
import { cancelShare } from '@/server/shares/cancel-share';
import { changeShare } from '@/server/shares/change-share';

const params = z.object({ shareBatchNum: z.string() });

export const PATCH = handle({
  params,
  body: changeShareInput,
  async run({ services: { db, config }, actor, params, body }) {
    return Response.json(await changeShare(db, actor, { ...params, ...body }, config));
  },
});

export const DELETE = handle({
  params,
  async run({ services: { db }, actor, params }) {
    await cancelShare(db, actor, params.shareBatchNum);
    return new Response(null, { status: 204 });
  },
});
