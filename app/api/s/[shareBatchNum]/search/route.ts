import { z } from 'zod';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { sharedSearchQuery } from '@/contracts/shares';
import { searchShare } from '@/server/search/search-share';
import { enterShare } from '@/server/shares/share-access';

export const GET = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  query: sharedSearchQuery,
  async run({ services, request, params, query }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    const share = await enterShare(services.db, visit);
    return Response.json(await searchShare(services, share, query));
  },
});
