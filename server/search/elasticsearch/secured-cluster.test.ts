import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTlsGate, TEST_CERTIFICATE, type TlsGate } from '@/tests/proxies/tls-gate';
import { openTestElasticsearch, type TestElasticsearch } from '@/tests/test-elasticsearch';
import { createElasticsearchIndex } from '../elasticsearch-index';

const API_KEY = 'bmV0ZGlzazpzZWNyZXQ=';
let elasticsearch: TestElasticsearch;
let keyGate: TlsGate;
let passwordGate: TlsGate;

beforeAll(async () => {
  elasticsearch = openTestElasticsearch();
  keyGate = await openTlsGate(elasticsearch.url, `ApiKey ${API_KEY}`);
  const credentials = Buffer.from('net disk:p@ss/word').toString('base64');
  passwordGate = await openTlsGate(elasticsearch.url, `Basic ${credentials}`);
});

afterAll(async () => {
  await keyGate.close();
  await passwordGate.close();
  await elasticsearch.drop();
});

test('a cluster with TLS of its own authority opens to an API key', async () => {
  const index = createElasticsearchIndex({
    url: `https://127.0.0.1:${keyGate.port}`,
    alias: elasticsearch.alias,
    apiKey: API_KEY,
    caFile: TEST_CERTIFICATE,
  });
  await index.prepare();
  await index.checkHealth();
  expect(await index.inspect()).toBe('ready');
  await index.close();
});

test('user and password in the address are basic authentication', async () => {
  const index = createElasticsearchIndex({
    url: `https://net%20disk:p%40ss%2Fword@127.0.0.1:${passwordGate.port}`,
    alias: elasticsearch.alias,
    caFile: TEST_CERTIFICATE,
  });
  await index.prepare();
  await index.checkHealth();
  await index.close();
});

test('a certificate of an unknown authority is refused, and the error tells no secret', async () => {
  const index = createElasticsearchIndex({
    url: `https://net%20disk:p%40ss%2Fword@127.0.0.1:${passwordGate.port}`,
    alias: elasticsearch.alias,
  });
  const refusal = await index.checkHealth().then(
    () => '',
    (error: unknown) => String(error),
  );
  expect(refusal).toContain(`127.0.0.1:${passwordGate.port}`);
  expect(refusal).not.toContain('word');
  await index.close();
});

test('a CA file that is not there is named', () => {
  const open = () =>
    createElasticsearchIndex({ url: 'https://127.0.0.1:1', alias: 'any', caFile: '/nowhere/ca.pem' });
  expect(open).toThrow(/ELASTICSEARCH_CA_FILE: \/nowhere\/ca\.pem/);
});

test('an index has the shards and copies asked for, and a rebuild keeps to them', async () => {
  const { url, client } = elasticsearch;
  const alias = `${elasticsearch.alias}_spread`;
  const index = createElasticsearchIndex({ url, alias, layout: { shards: 3, replicas: 1 } });
  await index.prepare();
  const layoutNow = async () =>
    Object.values(await client.indices.getSettings({ index: alias })).map(({ settings }) => [
      settings?.index?.number_of_shards,
      settings?.index?.number_of_replicas,
    ]);
  expect(await layoutNow()).toEqual([['3', '1']]);
  const rebuild = await index.startRebuild();
  await rebuild.finish();
  expect(await layoutNow()).toEqual([['3', '1']]);
  await index.close();
});
