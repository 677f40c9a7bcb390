import type { Config } from './config';
import { type Database, openDatabase } from './database/client';
import type { LiveFeed } from './live/live-feed';
import { createPostgresLiveFeed } from './live/postgres-live-feed';
import { createLog, type Log } from './log';
import { createPostgresQueue } from './queue/postgres-queue';
import type { MessageQueue } from './queue/queue';
import { createRabbitmqQueue } from './queue/rabbitmq-queue';
import { createElasticsearchIndex } from './search/elasticsearch-index';
import { createPostgresIndex } from './search/postgres-index';
import type { SearchIndex } from './search/search-index';
import type { BlobStore } from './storage/blob-store';
import { createDiskBlobStore } from './storage/disk-blob-store';

/** All that operations and workers are handed. The adapters are chosen here and named nowhere else. */
export interface Services {
  config: Config;
  log: Log;
  db: Database;
  blobs: BlobStore;
  queue: MessageQueue;
  searchIndex: SearchIndex;
  live: LiveFeed;
  close(): Promise<void>;
}

/** Wires one process. Nothing connects before it is used, so a broker that is down stops no web server. */
export function createServices(config: Config, processName: string): Services {
  const log = createLog(config.logLevel, processName);
  const db = openDatabase(config.database.url);
  const queue = createQueue(config, db, log);
  const searchIndex = createSearchIndex(config, db);
  const live = createPostgresLiveFeed({ databaseUrl: config.database.url, log });
  return {
    config,
    log,
    db,
    blobs: createDiskBlobStore({ dataDir: config.dataDir }),
    queue,
    searchIndex,
    live,
    async close() {
      await queue.close();
      await searchIndex.close();
      await live.close();
      await db.$disconnect();
    },
  };
}

function createQueue(config: Config, db: Database, log: Log): MessageQueue {
  switch (config.queue.kind) {
    case 'postgres':
      return createPostgresQueue({ db, databaseUrl: config.database.url, log });
    case 'rabbitmq':
      return createRabbitmqQueue({ url: config.queue.url, log });
  }
}

function createSearchIndex(config: Config, db: Database): SearchIndex {
  switch (config.search.kind) {
    case 'postgres':
      return createPostgresIndex({ db });
    case 'elasticsearch':
      return createElasticsearchIndex(config.search);
  }
}
