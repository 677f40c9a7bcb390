import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { shareActivityQuery } from '@/contracts/share-activity';
import { listActivity } from '@/server/shares/list-activity';

export const GET = handle({
  params: z.object({ shareBatchNum: z.string() }),
  query: shareActivityQuery,
  async run({ services: { db }, actor, params, query }) {
    return Response.json(await listActivity(db, actor, { ...params, ...query }));
  },
});
