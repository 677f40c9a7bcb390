import { openTestElasticsearch } from '@/tests/test-elasticsearch';
import { createElasticsearchIndex } from './elasticsearch-index';
import { searchIndexContract } from './search-index.contract';

searchIndexContract(async () => {
  const elasticsearch = openTestElasticsearch();
  const { url, alias } = elasticsearch;
  const index = createElasticsearchIndex({ url, alias });
  return {
    index,
    async close() {
      await index.close();
      await elasticsearch.drop();
    },
  };
});
