import { handle } from '@/app/_gateway/handle';
import { searchQuery } from '@/contracts/search';
import { searchFiles } from '@/server/search/search-files';

export const GET = handle({
  query: searchQuery,
  run: async ({ services, actor, query }) => Response.json(await searchFiles(services, actor, query)),
});
