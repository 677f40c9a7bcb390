import { z } from 'zod';
import { fileResponse } from '@/app/_gateway/file-response';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { contentQuery } from '@/contracts/entries';
import { openSharedContent } from '@/server/shares/visit/open-shared-content';

export const GET = handlePublic({
  params: z.object({ shareBatchNum: z.string(), entryId: z.string() }),
  query: contentQuery,
  async run({ services, request, params, query }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    const download = query.download === '1';
    const content = await openSharedContent(services, visit, {
      entryId: params.entryId,
      asDownload: download,
      as: query.as,
    });
    return fileResponse(request, content, {
      download,
      cacheControl: 'private, no-store, no-transform',
    });
  },
});

export const HEAD = GET;
