import { fileResponse } from '@/app/_gateway/file-response';
import { handle } from '@/app/_gateway/handle';
import { contentQuery, entryParams } from '@/contracts/entries';
import { openContent } from '@/server/drive/open-content';
import { representContent } from '@/server/drive/represent-content';

export const GET = handle({
  params: entryParams,
  query: contentQuery,
  async run({ services, request, actor, params, query }) {
    const content = await openContent(services, actor, params.entryId);
    const download = query.download === '1';
    const shown = await representContent(services.db, content, { asDownload: download, as: query.as });
    return fileResponse(request, shown, { download });
  },
});

export const HEAD = GET;
