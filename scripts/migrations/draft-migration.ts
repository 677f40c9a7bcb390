import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../server/database/migrate';
import { findDrift } from './compare-schema';

/**
 * The SQL that leads from the committed migrations to schema.prisma, found in a scratch database beside the given
 * one (the role needs CREATEDB); null when nothing changed.
 */
export async function draftMigration(databaseUrl: string): Promise<string | null> {
  const scratch = `netdisk_scratch_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${scratch} TEMPLATE template0`);
    const url = new URL(databaseUrl);
    url.pathname = `/${scratch}`;
    await migrate(url.href);
    return await findDrift(url.href);
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
    await admin.end();
  }
}
