import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { dismissEndNotice } from '@/server/shares/notices/dismiss-end-notice';

export const DELETE = handle({
  params: z.object({ shareBatchNum: z.string() }),
  async run({ services: { db }, actor, params }) {
    await dismissEndNotice(db, actor, params.shareBatchNum);
    return new Response(null, { status: 204 });
  },
});
