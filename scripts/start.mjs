// `npm start` and `npm run dev`: from a fresh clone to a served drive. Nothing outside Node's own modules is
// imported before the packages are known to be there.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from './prepare/build-app.mjs';
import { checkNodeVersion } from './prepare/check-node-version.mjs';
import { generatePrismaClient } from './prepare/generate-prisma-client.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { buildLockName, dataFolderLockName, takeLock } from './prepare/lock-folder.mjs';
import { fail, say } from './prepare/report-progress.mjs';

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

  await lockDataFolder(path.resolve(process.env.DATA_DIR || './data'));
  const supervisor = await prepare(dev);
  await supervisor.supervise(process.env, { dev });
}

/** Held until this process ends, however it ends: two on one folder would harm each other's files. */
async function lockDataFolder(dataDir) {
  // PostgreSQL refuses to run as root, and the user it then runs as has to pass through.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  if (!(await takeLock(dataFolderLockName(dataDir)))) {
    throw new Error(
      `Another Netdisk already uses this data folder: ${dataDir}\nStop it first, or set DATA_DIR to another folder.`,
    );
  }
}

/** Installs, generates and builds what is missing or stale; one start at a time in one checkout. */
async function prepare(dev) {
  const distDir = process.env.NEXT_DIST_DIR || '.next';
  const lock = await takeLock(buildLockName(path.resolve(distDir)), {
    waiting: () => say('Waiting for another start that is building this checkout'),
  });
  try {
    await installPackages();
    const { register } = await import('tsx/esm/api');
    register();
    const { checkEnvironment } = await import('./supervise/environment.ts');
    checkEnvironment(process.env);
    await generatePrismaClient();
    if (!dev) await buildApp(distDir);
  } finally {
    lock.release();
  }
  return import('./supervise/supervise.ts');
}
