import { z } from 'zod';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { enterShare } from '@/server/shares/share-access';
import { openShare } from '@/server/shares/visit/open-share';

export const GET = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  async run({ services, request, params }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    const share = await enterShare(services.db, visit);
    // Next.js asks here for HEAD too: what a link checker looks at is no view.
    if (request.method === 'HEAD') {
      return new Response(null, { headers: { 'Content-Type': 'application/json' } });
    }
    return Response.json(await openShare(services, share));
  },
});
