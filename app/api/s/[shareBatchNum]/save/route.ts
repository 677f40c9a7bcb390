import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { saveSharedInput } from '@/contracts/shares';
import { saveShared } from '@/server/shares/visit/save-shared';

export const POST = handle({
  params: z.object({ shareBatchNum: z.string() }),
  body: saveSharedInput,
  async run({ services, request, actor, params, body }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    return Response.json({ items: await saveShared(services.db, actor, visit, body) }, { status: 201 });
  },
});
