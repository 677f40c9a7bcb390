import path from 'node:path';
import { z } from 'zod';

/** Where each need is met, and the limits. Made once per process from the environment by `readConfig`. */
export interface Config {
  host: string;
  port: number;
  /** The address in links and cookies, without a trailing slash. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  database: { url: string };
  queue: { kind: 'postgres' } | { kind: 'rabbitmq'; url: string };
  search: { kind: 'postgres' } | ElasticsearchConfig;
  sessionSecret: string;
  maxFileBytes: number;
  defaultQuotaBytes: number;
  logLevel: LogLevel;
}

interface ElasticsearchConfig {
  kind: 'elasticsearch';
  url: string;
  apiKey: string | undefined;
  caFile: string | undefined;
  alias: string;
  layout: { shards: number; replicas: number };
}

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
export type LogLevel = z.infer<typeof logLevel>;

const GIB = 1024 ** 3;
const bytes = (fallback: number) =>
  z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(fallback);
const address = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` });

const secretHint = 'must be at least 32 characters; `openssl rand -base64 32` makes one';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/netdisk'),
  AMQP_URL: address(/^amqps?$/, 'amqp://user:password@host:5672/vhost').optional(),
  ELASTICSEARCH_URL: address(/^https?$/, 'http://host:9200').optional(),
  ELASTICSEARCH_API_KEY: z.string().min(1).optional(),
  ELASTICSEARCH_CA_FILE: z.string().min(1).optional(),
  SEARCH_INDEX_SHARDS: z.coerce.number().int().min(1).max(1_024).default(1),
  SEARCH_INDEX_REPLICAS: z.coerce.number().int().min(0).max(10).default(0),
  SEARCH_INDEX_ALIAS: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,99}$/, 'must be lower-case letters, digits, - or _')
    .default('file_search'),
  NEXTAUTH_SECRET: z.string(secretHint).min(32, secretHint),
  NEXTAUTH_URL: address(/^https?$/, 'https://drive.example.org').optional(),
  MAX_FILE_BYTES: bytes(50 * GIB),
  DEFAULT_QUOTA_BYTES: bytes(100 * GIB),
  LOG_LEVEL: logLevel.default('info'),
});

/** Every variable there is; `.env.example` describes them. */
export const environmentNames: string[] = Object.keys(environment.shape);

/**
 * Reads and checks the environment: the only reader of it.
 * @throws {Error} naming each wrong variable and what it must be. Values are left out: they may be secrets.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return `  ${name}: ${given[name] === undefined ? 'is not set; it ' : ''}${issue.message}`;
    });
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.NEXTAUTH_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(values.DATA_DIR),
    database: { url: values.DATABASE_URL },
    queue: values.AMQP_URL ? { kind: 'rabbitmq', url: values.AMQP_URL } : { kind: 'postgres' },
    search: readSearch(values),
    sessionSecret: values.NEXTAUTH_SECRET,
    maxFileBytes: values.MAX_FILE_BYTES,
    defaultQuotaBytes: values.DEFAULT_QUOTA_BYTES,
    logLevel: values.LOG_LEVEL,
  };
}

function readSearch(values: z.infer<typeof environment>): Config['search'] {
  if (!values.ELASTICSEARCH_URL) return { kind: 'postgres' };
  return {
    kind: 'elasticsearch',
    url: values.ELASTICSEARCH_URL,
    apiKey: values.ELASTICSEARCH_API_KEY,
    caFile: values.ELASTICSEARCH_CA_FILE,
    alias: values.SEARCH_INDEX_ALIAS,
    layout: { shards: values.SEARCH_INDEX_SHARDS, replicas: values.SEARCH_INDEX_REPLICAS },
  };
}
