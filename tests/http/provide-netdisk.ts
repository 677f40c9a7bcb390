import { afterAll, beforeAll } from 'vitest';
import { type RunningNetdisk, startNetdisk } from '../start-netdisk';
import { type ApiClient, registerClient } from './api-client';

/** Gives the tests of a file or a `describe` a Netdisk of their own, and a first person in it. */
export function provideNetdisk(
  options: Parameters<typeof startNetdisk>[0],
  take: (netdisk: RunningNetdisk, ada: ApiClient) => void,
): void {
  let running: RunningNetdisk | undefined;
  beforeAll(async () => {
    running = await startNetdisk(options);
    take(running, await registerClient(running.url));
  }, 180_000);
  afterAll(() => running?.stop());
}
