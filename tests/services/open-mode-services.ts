import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestVhost } from '../test-vhost';

/** Ports on this machine to reach the real services through, in place of their own. */
export interface ServicePorts {
  postgres?: number;
  rabbitmq?: number;
  elasticsearch?: number;
}

interface ModeServices {
  env: { DATABASE_URL: string; AMQP_URL: string; ELASTICSEARCH_URL: string; SEARCH_INDEX_ALIAS?: string };
  drop(): Promise<void>;
}

/** What one Netdisk under test stands on: nothing, or a database, a vhost and an index that are its own. */
export async function openModeServices(
  mode: 'embedded' | 'real',
  ports: ServicePorts = {},
): Promise<ModeServices> {
  if (mode === 'embedded') {
    // Empty is unset, also against the environment of whoever runs the tests.
    return { env: { DATABASE_URL: '', AMQP_URL: '', ELASTICSEARCH_URL: '' }, drop: async () => undefined };
  }
  const id = randomUUID().replaceAll('-', '');
  const postgres = process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
  const elasticsearch = process.env.TEST_ELASTICSEARCH_URL ?? 'http://127.0.0.1:9200';
  const database = `netdisk_run_${id}`;
  const alias = `netdisk-run-${id}`;
  const vhost = await createTestVhost();
  await query(postgres, `CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0`);
  const databaseUrl = new URL(postgres);
  databaseUrl.pathname = `/${database}`;
  return {
    env: {
      DATABASE_URL: through(databaseUrl.href, ports.postgres),
      AMQP_URL: through(vhost.url, ports.rabbitmq),
      ELASTICSEARCH_URL: through(elasticsearch, ports.elasticsearch),
      SEARCH_INDEX_ALIAS: alias,
    },
    async drop() {
      await query(postgres, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await vhost.drop();
      await dropIndices(elasticsearch, alias);
    },
  };
}

function through(address: string, port: number | undefined): string {
  const url = new URL(address);
  if (port !== undefined) {
    url.hostname = '127.0.0.1';
    url.port = String(port);
  }
  return url.href;
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Elasticsearch deletes no index by a pattern: they are listed first. */
async function dropIndices(elasticsearch: string, alias: string): Promise<void> {
  const listed = await fetch(new URL(`/_cat/indices/${alias}*?h=index&expand_wildcards=all`, elasticsearch));
  if (!listed.ok) throw new Error(`Elasticsearch does not list the indices of ${alias}: ${listed.status}`);
  const names = (await listed.text()).split('\n').filter(Boolean);
  for (const name of names) await fetch(new URL(`/${name}`, elasticsearch), { method: 'DELETE' });
}
