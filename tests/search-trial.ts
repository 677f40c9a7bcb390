import { createElasticsearchIndex } from '@/server/search/elasticsearch-index';
import { createPostgresIndex } from '@/server/search/postgres-index';
import type { SearchIndex } from '@/server/search/search-index';
import { createTestDatabase, type TestDatabase } from './test-database';
import { openTestElasticsearch } from './test-elasticsearch';

/** 'no engine': Elasticsearch where nothing answers. */
type Engine = SearchIndex['engine'] | 'no engine';

/** A database and a corner of the real Elasticsearch for one test file. */
export interface SearchTrial {
  database: TestDatabase;
  /** An index over them, ready to be written and searched where there is an engine. */
  openIndex(engine: Engine): Promise<SearchIndex>;
  /** Closes every index that was opened, and removes the rest. */
  drop(): Promise<void>;
}

export async function openSearchTrial(): Promise<SearchTrial> {
  const database = await createTestDatabase();
  const elasticsearch = openTestElasticsearch();
  const opened: SearchIndex[] = [];

  function createIndex(engine: Engine): SearchIndex {
    const { url, alias } = elasticsearch;
    switch (engine) {
      case 'postgresql':
        return createPostgresIndex({ db: database.db });
      case 'elasticsearch':
        return createElasticsearchIndex({ url, alias });
      case 'no engine':
        return createElasticsearchIndex({ url: 'http://127.0.0.1:1', alias });
    }
  }

  return {
    database,
    async openIndex(engine) {
      const index = createIndex(engine);
      opened.push(index);
      if (engine !== 'no engine') await index.prepare();
      return index;
    },
    async drop() {
      await Promise.all(opened.map((index) => index.close()));
      await elasticsearch.drop();
      await database.drop();
    },
  };
}
