// `npm start` and `npm run dev`: from a fresh clone to a served drive. Nothing outside Node's own modules is
// imported before the packages are known to be there.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from './prepare/build-app.mjs';
import { checkNodeVersion } from './prepare/check-node-version.mjs';
import { generatePrismaClient } from './prepare/generate-prisma-client.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { lockDataFolder, withBuildLock } from './prepare/lock-folder.mjs';
import { fail } from './prepare/report-progress.mjs';

const root = path.resolve(import.meta.dirname, '..');

try {
  await start({ dev: process.argv.includes('--dev') });
} catch (error) {
  fail(error);
}

async function start({ dev }) {
  checkNodeVersion();
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';

  await claimDataFolder(path.resolve(process.env.DATA_DIR || './data'));
  await withBuildLock(() => prepare(dev));
  const { supervise } = await import('./supervise/supervise.ts');
  await supervise(process.env, { dev });
}

/** Held until this process ends, however it ends: two on one folder would harm each other's files. */
async function claimDataFolder(dataDir) {
  // PostgreSQL refuses to run as root, and the user it then runs as has to pass through.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  if (!(await lockDataFolder(dataDir))) {
    throw new Error(
      `Another Netdisk already uses this data folder: ${dataDir}\nStop it first, or set DATA_DIR to another folder.`,
    );
  }
}

/** Installs, generates and builds what is missing or stale. */
async function prepare(dev) {
  await installPackages();
  const { register } = await import('tsx/esm/api');
  register();
  const { checkEnvironment } = await import('./supervise/environment.ts');
  checkEnvironment(process.env);
  await generatePrismaClient();
  if (!dev) await buildApp();
}
