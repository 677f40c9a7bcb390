import { createElasticsearchIndex } from '@/server/search/elasticsearch-index';
import type { SearchIndex } from '@/server/search/search-index';
import type { RunningNetdisk } from '@/tests/start-netdisk';

/** The search index of a Netdisk in the real mode, asked without the Netdisk in between. */
export function openIndex({ env }: RunningNetdisk): SearchIndex {
  return createElasticsearchIndex({ url: env.ELASTICSEARCH_URL ?? '', alias: env.SEARCH_INDEX_ALIAS ?? '' });
}
