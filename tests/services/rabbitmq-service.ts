import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from 'amqplib';
import { findFreePort } from '../../server/database/find-free-port';
import { waitUntil } from '../wait-until';
import { runContainer } from './container-engine';
import { findProgram, succeeds } from './run-command';
import { installSystemPackages } from './system-packages';
import { alreadyRunning, type FindService, type TestService } from './test-service';

const DEFAULT_URL = 'amqp://guest:guest@127.0.0.1:5672';
const START = { seconds: 90, everyMs: 500 };

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

/** A node of our own from the installed programs, beside whatever else of RabbitMQ runs there. */
async function startInstalled(): Promise<TestService | null> {
  const control = findProgram(['rabbitmqctl']);
  if (!control) return null;
  // Debian puts a wrapper in front, that changes to a user of its own; the programs themselves stand behind it.
  const programs = path.dirname(realpathSync(control));
  const [port, distributionPort] = [await findFreePort(), await findFreePort()];
  const home = path.join(tmpdir(), `netdisk-test-rabbitmq-${randomUUID()}`);
  await mkdir(home, { mode: 0o700 });
  const env = {
    HOME: home,
    RABBITMQ_NODENAME: `netdisk-test-${process.pid}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_BASE: home,
    RABBITMQ_MNESIA_BASE: path.join(home, 'data'),
    RABBITMQ_LOG_BASE: path.join(home, 'log'),
    RABBITMQ_PID_FILE: path.join(home, 'pid'),
    RABBITMQ_ENABLED_PLUGINS_FILE: path.join(home, 'enabled_plugins'),
    RABBITMQ_CONFIG_FILE: path.join(home, 'rabbitmq'),
  };
  const server = spawn(path.join(programs, 'rabbitmq-server'), {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const prefix = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return whenAnswering({
    how: 'started from the installed programs',
    env: {
      TEST_AMQP_URL: `amqp://guest:guest@127.0.0.1:${port}`,
      TEST_RABBITMQCTL: ['env', ...prefix, path.join(programs, 'rabbitmqctl')].join(' '),
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  });
}

async function whenAnswering(service: TestService): Promise<TestService> {
  const { TEST_AMQP_URL = '', TEST_RABBITMQCTL = '' } = service.env;
  try {
    await waitUntil('RabbitMQ answers', () => accepts(TEST_AMQP_URL), START);
    await waitUntil('rabbitmqctl reaches it', () => controls(TEST_RABBITMQCTL), START);
    return service;
  } catch (error) {
    await service.stop();
    throw error;
  }
}

async function accepts(url: string): Promise<boolean> {
  try {
    const connection = await connect(url);
    await connection.close();
    return true;
  } catch {
    // Not there, or not for us: the next way is tried.
    return false;
  }
}

function controls(rabbitmqctl: string): Promise<boolean> {
  const [program = 'rabbitmqctl', ...args] = rabbitmqctl.split(' ');
  return succeeds(program, [...args, '--quiet', 'list_vhosts'], 20);
}
