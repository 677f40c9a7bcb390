import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@/server/config';
import { createServices, type Services } from '@/server/services';
import { createTestDatabase } from '../test-database';

export interface InstalledServices {
  services: Services;
  remove(): Promise<void>;
}

/** Gives the route handlers of this process real services of their own, in the embedded mode. */
export async function installServices(env: Record<string, string> = {}): Promise<InstalledServices> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'netdisk-routes-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    NEXTAUTH_SECRET: 'a secret of the tests, 32 characters or more',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const services = createServices(config, 'test');
  const holder: typeof globalThis & { netdiskServices?: Services } = globalThis;
  holder.netdiskServices = services;
  return {
    services,
    async remove() {
      delete holder.netdiskServices;
      await services.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
