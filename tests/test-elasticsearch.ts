import { randomUUID } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';

export interface TestElasticsearch {
  url: string;
  /** Unique: nothing else reads or writes the indices behind it. */
  alias: string;
  client: Client;
  /** Deletes every index whose name begins with the alias. */
  drop(): Promise<void>;
}

/** A corner of the real Elasticsearch for one test file. */
export function openTestElasticsearch(): TestElasticsearch {
  const url = process.env.TEST_ELASTICSEARCH_URL ?? 'http://127.0.0.1:9200';
  const alias = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ node: url });
  return {
    url,
    alias,
    client,
    async drop() {
      const indices = Object.keys(await client.indices.get({ index: `${alias}*`, filter_path: '*.aliases' }));
      if (indices.length > 0) await client.indices.delete({ index: indices });
      await client.close();
    },
  };
}
