import path from 'node:path';
import { waitUntil } from '../wait-until';
import { runContainer } from './container-engine';
import { fetchElasticsearch } from './fetch-elasticsearch';
import { findJava } from './find-java';
import { launchElasticsearch } from './launch-elasticsearch';
import { alreadyRunning, type FindService, type TestService } from './test-service';

const DEFAULT_URL = 'http://127.0.0.1:9200';
const OLDEST_JAVA = 21;
const START = { seconds: 120, everyMs: 500 };

export const elasticsearchWays: FindService[] = [findRunning, runInContainer, startFetched];

async function findRunning(): Promise<TestService | null> {
  const told = process.env.TEST_ELASTICSEARCH_URL;
  const url = told || DEFAULT_URL;
  if (await answers(url)) return alreadyRunning({ TEST_ELASTICSEARCH_URL: url });
  if (told) throw new Error('TEST_ELASTICSEARCH_URL: no Elasticsearch 8 or 9 answers there.');
  return null;
}

async function runInContainer(): Promise<TestService | null> {
  const env = {
    'discovery.type': 'single-node',
    'xpack.security.enabled': 'false',
    ES_JAVA_OPTS: '-Xms512m -Xmx512m',
  };
  const container = await runContainer({ service: 'elasticsearch', port: 9200, env });
  if (!container) return null;
  const url = `http://127.0.0.1:${container.port}`;
  try {
    await waitUntil('Elasticsearch answers', () => answers(url), START);
  } catch (error) {
    await container.stop();
    throw error;
  }
  return {
    how: `started in a container (${path.basename(container.engine)})`,
    env: { TEST_ELASTICSEARCH_URL: url },
    stop: container.stop,
  };
}

async function startFetched(): Promise<TestService | null> {
  const java = await findJava(OLDEST_JAVA);
  if (!java) throw new Error(`There is no Java ${OLDEST_JAVA} or newer (JAVA_HOME names one).`);
  const running = await launchElasticsearch(await fetchElasticsearch(), java);
  const hasEnded = running.ended.then(() => true);
  try {
    await waitUntil(
      'Elasticsearch answers or ends',
      async () => (await answers(running.url)) || Promise.race([hasEnded, Promise.resolve(false)]),
      START,
    );
    if (!(await answers(running.url))) throw new Error('Elasticsearch ended while it started.');
  } catch (error) {
    const log = await running.readLog();
    await running.stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${log}`, { cause: error });
  }
  return {
    how: 'started from Maven',
    env: { TEST_ELASTICSEARCH_URL: running.url },
    stop: running.stop,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const about = (await response.json()) as { version?: { number?: string } };
    return /^[89]\./.test(about.version?.number ?? '');
  } catch {
    // Not there, or something else: the next way is tried.
    return false;
  }
}
