import { existsSync } from 'node:fs';
import { readConfig } from '@/server/config';
import { findDatabaseUrl } from '@/server/database/find-database-url';
import { createServices, type Services } from '@/server/services';

/**
 * The services of the Netdisk on this machine, for a command that runs beside it: the settings of `npm start`, and
 * the embedded database where no other is set.
 */
export async function openServices(commandName: string): Promise<Services> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig({
    // Signs sessions, which no command makes.
    NEXTAUTH_SECRET: 'unused by commands, and never empty',
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
    DATABASE_URL: await findDatabaseUrl(process.env),
  });
  return createServices(config, commandName);
}
