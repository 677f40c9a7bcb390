import { archiveResponse } from '@/app/_gateway/archive-response';
import { handle } from '@/app/_gateway/handle';
import { archiveQuery, splitIds } from '@/contracts/entries';
import { openArchive } from '@/server/drive/archive/open-archive';

export const GET = handle({
  query: archiveQuery,
  async run({ services, request, actor, query }) {
    return archiveResponse(request, await openArchive(services, actor, splitIds(query.ids)));
  },
});
