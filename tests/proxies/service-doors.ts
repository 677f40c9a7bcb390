import { openTcpProxy, type TcpProxy } from './tcp-proxy';

// Doors before the real services of the tests.

export function openRabbitmqDoor(): Promise<TcpProxy> {
  return openDoor(process.env.TEST_AMQP_URL ?? 'amqp://guest:guest@127.0.0.1:5672');
}

export function openElasticsearchDoor(): Promise<TcpProxy> {
  return openDoor(process.env.TEST_ELASTICSEARCH_URL ?? 'http://127.0.0.1:9200');
}

function openDoor(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  return openTcpProxy({ host: hostname, port: Number(port) });
}
