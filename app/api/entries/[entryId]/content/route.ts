import { fileResponse } from '@/app/_gateway/file-response';
import { handle } from '@/app/_gateway/handle';
import { contentQuery, entryParams } from '@/contracts/entries';
import { openContent } from '@/server/drive/open-content';

export const GET = handle({
  params: entryParams,
  query: contentQuery,
  async run({ services, request, actor, params, query }) {
    const content = await openContent(services, actor, params.entryId);
    return fileResponse(request, content, { download: query.download === '1' });
  },
});

export const HEAD = GET;
