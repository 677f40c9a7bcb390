import { z } from 'zod';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { sharedFolderQuery } from '@/contracts/shares';
import { enterShare } from '@/server/shares/share-access';
import { listSharedFolder } from '@/server/shares/visit/list-shared-folder';

export const GET = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  query: sharedFolderQuery,
  async run({ services, request, params, query }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    const share = await enterShare(services.db, visit);
    return Response.json(await listSharedFolder(services.db, share, query));
  },
});
