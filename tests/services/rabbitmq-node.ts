import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from 'amqplib';
import { findFreePort } from '../../server/database/find-free-port';
import { waitUntil } from '../wait-until';
import { findProgram, runCommand, succeeds } from './run-command';

/** A broker of our own, beside whatever else of RabbitMQ runs on this machine. */
export interface RabbitmqNode {
  /** TEST_AMQP_URL and TEST_RABBITMQCTL. */
  env: Record<string, string>;
  /** `kill -9` of the broker, and its start on the same data; resolves once it answers again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const START = { seconds: 90, everyMs: 500 };

/** Starts one from the installed programs; null where there are none. */
export async function startRabbitmqNode(): Promise<RabbitmqNode | null> {
  const control = findProgram(['rabbitmqctl']);
  if (!control) return null;
  // Debian puts a wrapper in front, that changes to a user of its own; the programs themselves stand behind it.
  const programs = path.dirname(realpathSync(control));
  const home = path.join(tmpdir(), `netdisk-test-rabbitmq-${randomUUID()}`);
  await mkdir(home, { mode: 0o700 });
  const [port, distributionPort] = [await findFreePort(), await findFreePort()];
  if (port === undefined || distributionPort === undefined) throw new Error('There is no free port.');
  const settings = nodeSettings(home, port, distributionPort);
  const prefix = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const env = {
    TEST_AMQP_URL: `amqp://guest:guest@127.0.0.1:${port}`,
    TEST_RABBITMQCTL: ['env', ...prefix, path.join(programs, 'rabbitmqctl')].join(' '),
  };
  let server = launch(programs, settings);

  async function stop(): Promise<void> {
    server.process.kill('SIGTERM');
    await server.ended;
    await rm(home, { recursive: true, force: true });
  }

  try {
    await whenBrokerAnswers(env);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env,
    stop,
    async restart() {
      const [program = '', ...args] = env.TEST_RABBITMQCTL.split(' ');
      // The process that was started is a script around the broker.
      const pid = await runCommand(program, [...args, '--quiet', 'eval', 'os:getpid().']);
      process.kill(Number(pid.replace(/\D/g, '')), 'SIGKILL');
      await server.ended;
      server = launch(programs, settings);
      await whenBrokerAnswers(env);
    },
  };
}

/** @throws {Error} when it does not within a minute and a half. */
export async function whenBrokerAnswers(env: Record<string, string>): Promise<void> {
  const { TEST_AMQP_URL = '', TEST_RABBITMQCTL = '' } = env;
  await waitUntil('RabbitMQ answers', () => accepts(TEST_AMQP_URL), START);
  await waitUntil('rabbitmqctl reaches it', () => controls(TEST_RABBITMQCTL), START);
}

export async function accepts(url: string): Promise<boolean> {
  try {
    const connection = await connect(url);
    await connection.close();
    return true;
  } catch {
    // Not there, or not for us: the next way is tried.
    return false;
  }
}

export function controls(rabbitmqctl: string): Promise<boolean> {
  const [program = 'rabbitmqctl', ...args] = rabbitmqctl.split(' ');
  return succeeds(program, [...args, '--quiet', 'list_vhosts'], 20);
}

function nodeSettings(home: string, port: number, distributionPort: number): Record<string, string> {
  return {
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
}

function launch(
  programs: string,
  settings: Record<string, string>,
): { process: ChildProcess; ended: Promise<unknown> } {
  const server = spawn(path.join(programs, 'rabbitmq-server'), {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
  return { process: server, ended: once(server, 'exit') };
}
