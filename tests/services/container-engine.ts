import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findProgram, runCommand, succeeds } from './run-command';

export interface RunningContainer {
  engine: string;
  name: string;
  /** On 127.0.0.1, where the container's port is published. */
  port: number;
  stop(): Promise<void>;
}

let engine: Promise<string | null> | undefined;

/**
 * Runs a service of compose.yaml, in its pinned version. Null where no container engine answers.
 * @throws {Error} when there is one and the container does not start.
 */
export async function runContainer(input: {
  service: string;
  port: number;
  env?: Record<string, string>;
}): Promise<RunningContainer | null> {
  engine ??= findEngine();
  const program = await engine;
  if (!program) return null;
  const name = `netdisk-test-${input.service}-${randomUUID()}`;
  const variables = Object.entries(input.env ?? {}).flatMap(([key, value]) => ['-e', `${key}=${value}`]);
  const publish = ['-p', `127.0.0.1::${input.port}`];
  const image = await findImage(input.service);
  await runCommand(program, ['run', '-d', '--rm', '--name', name, ...publish, ...variables, image], {
    seconds: 300,
  });
  const published = await runCommand(program, ['port', name, `${input.port}/tcp`]);
  return {
    engine: program,
    name,
    port: Number(/:(\d+)\s*$/m.exec(published)?.[1]),
    stop: async () => {
      await runCommand(program, ['rm', '-f', name]);
    },
  };
}

/** Installed is not enough: many machines have the client and no engine behind it. */
async function findEngine(): Promise<string | null> {
  for (const name of ['docker', 'podman']) {
    const program = findProgram([name]);
    if (program && (await succeeds(program, ['info']))) return program;
  }
  return null;
}

async function findImage(service: string): Promise<string> {
  const compose = await readFile('compose.yaml', 'utf8');
  const image = new RegExp(`^  ${service}:\\n    image: (\\S+)$`, 'm').exec(compose)?.[1];
  if (!image) throw new Error(`compose.yaml names no image for ${service}.`);
  return image;
}
