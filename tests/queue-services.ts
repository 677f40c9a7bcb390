import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@/server/config';
import { createServices, type Services } from '@/server/services';
import { createTestDatabase } from './test-database';
import { createTestVhost } from './test-vhost';

/** Both adapters of the queue port; the search engine is the embedded one either way. */
export const QUEUE_KINDS = ['postgres', 'rabbitmq'] as const;

export interface QueueServices {
  services: Services;
  /** For workers that run as processes of their own. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** Services over a database, and where wanted a vhost, of their own. */
export async function openQueueServices(kind: (typeof QUEUE_KINDS)[number]): Promise<QueueServices> {
  const database = await createTestDatabase();
  const vhost = kind === 'rabbitmq' ? await createTestVhost() : undefined;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-queue-'));
  const env = {
    DATABASE_URL: database.url,
    AMQP_URL: vhost?.url ?? '',
    ELASTICSEARCH_URL: '',
    DATA_DIR: dataDir,
    NEXTAUTH_SECRET: 'a secret of the tests, 32 characters or more',
  };
  const services = createServices(readConfig({ ...env, LOG_LEVEL: 'silent' }), 'test');
  return {
    services,
    env,
    async drop() {
      await services.close();
      await vhost?.drop();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}
