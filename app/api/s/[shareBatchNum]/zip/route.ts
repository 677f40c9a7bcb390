import { z } from 'zod';
import { archiveResponse } from '@/app/_gateway/archive-response';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { splitIds } from '@/contracts/entries';
import { sharedArchiveQuery } from '@/contracts/shares';
import { openSharedArchive } from '@/server/shares/visit/open-shared-archive';

export const GET = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  query: sharedArchiveQuery,
  async run({ services, request, params, query }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    const entryIds = query.ids === undefined ? undefined : splitIds(query.ids);
    return archiveResponse(request, await openSharedArchive(services, visit, entryIds));
  },
});
