import path from 'node:path';
import { runContainer } from './container-engine';
import { accepts, controls, startRabbitmqNode, whenBrokerAnswers } from './rabbitmq-node';
import { installSystemPackages } from './system-packages';
import { alreadyRunning, type FindService, type TestService } from './test-service';

const DEFAULT_URL = 'amqp://guest:guest@127.0.0.1:5672';

export const rabbitmqWays: FindService[] = [
  findRunning,
  runInContainer,
  startInstalled,
  async () => ((await installSystemPackages(['rabbitmq-server'])) ? startInstalled() : null),
];

/** A broker is of use with the command that gives each test file a vhost of its own. */
async function findRunning(): Promise<TestService | null> {
  const told = process.env.TEST_AMQP_URL;
  const url = told || DEFAULT_URL;
  const rabbitmqctl = process.env.TEST_RABBITMQCTL || 'rabbitmqctl';
  const usable = (await accepts(url)) && (await controls(rabbitmqctl));
  if (usable) return alreadyRunning({ TEST_AMQP_URL: url, TEST_RABBITMQCTL: rabbitmqctl });
  if (told) throw new Error('TEST_AMQP_URL: it does not answer, or rabbitmqctl does not reach it.');
  return null;
}

async function runInContainer(): Promise<TestService | null> {
  const container = await runContainer({ service: 'rabbitmq', port: 5672 });
  if (!container) return null;
  return whenAnswering({
    how: `started in a container (${path.basename(container.engine)})`,
    env: {
      TEST_AMQP_URL: `amqp://guest:guest@127.0.0.1:${container.port}`,
      TEST_RABBITMQCTL: `${container.engine} exec ${container.name} rabbitmqctl`,
    },
    stop: container.stop,
  });
}

async function startInstalled(): Promise<TestService | null> {
  const node = await startRabbitmqNode();
  return node && { how: 'started from the installed programs', env: node.env, stop: node.stop };
}

async function whenAnswering(service: TestService): Promise<TestService> {
  try {
    await whenBrokerAnswers(service.env);
    return service;
  } catch (error) {
    await service.stop();
    throw error;
  }
}
