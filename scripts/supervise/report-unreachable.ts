import { connect } from 'node:net';
import { describeAddress } from './describe-address';
import type { Environment } from './environment';

const TIMEOUT_MS = 3_000;

/** Says which of the services that may come later are not there yet. The workers go on trying by themselves. */
export async function reportUnreachable(env: Environment, say: (line: string) => void): Promise<void> {
  const services = [
    {
      name: 'RabbitMQ',
      variable: 'AMQP_URL',
      port: 5672,
      meanwhile: 'Changes are kept and will be indexed when it is back.',
    },
    {
      name: 'Elasticsearch',
      variable: 'ELASTICSEARCH_URL',
      port: 9200,
      meanwhile: 'Search answers by names alone until it is back.',
    },
  ];
  for (const { name, variable, port, meanwhile } of services) {
    const url = env[variable];
    if (!url || (await isReachable(url, port))) continue;
    say(
      `${name} at ${describeAddress(url)} does not answer. Start it, or correct ${variable}. ${meanwhile} Netdisk keeps trying.`,
    );
  }
}

function isReachable(url: string, defaultPort: number): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const ports: Record<string, number> = { 'http:': 80, 'https:': 443, 'amqps:': 5671 };
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (ports[protocol] ?? defaultPort),
      timeout: TIMEOUT_MS,
    });
    const answer = (reachable: boolean) => {
      socket.destroy();
      resolve(reachable);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
