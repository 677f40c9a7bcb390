import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A part of the broker that belongs to one test file. */
export interface TestVhost {
  name: string;
  /** With the vhost in its path. */
  url: string;
  /** Cuts every connection into this vhost, as an operator would (the broker says why, with 320). */
  closeConnections(): Promise<void>;
  drop(): Promise<void>;
}

/** Makes a vhost on the broker at TEST_AMQP_URL, by `rabbitmqctl` (TEST_RABBITMQCTL names another command). */
export async function createTestVhost(): Promise<TestVhost> {
  const base = new URL(process.env.TEST_AMQP_URL ?? 'amqp://guest:guest@127.0.0.1:5672');
  const name = `netdisk_test_${randomUUID().replaceAll('-', '')}`;
  await rabbitmqctl('add_vhost', name);
  await rabbitmqctl('set_permissions', '-p', name, decodeURIComponent(base.username), '.*', '.*', '.*');
  base.pathname = `/${name}`;
  return {
    name,
    url: base.href,
    closeConnections: () => rabbitmqctl('close_all_connections', '--vhost', name, 'a test cuts it'),
    drop: () => rabbitmqctl('delete_vhost', name),
  };
}

async function rabbitmqctl(...args: string[]): Promise<void> {
  const [command = 'rabbitmqctl', ...first] = (process.env.TEST_RABBITMQCTL ?? 'rabbitmqctl').split(' ');
  await run(command, [...first, '--quiet', ...args]);
}
