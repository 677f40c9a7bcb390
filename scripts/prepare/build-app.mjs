import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './report-progress.mjs';
import { runProgram } from './run-program.mjs';

/** All that `next build` reads. What is missing here would be served stale. */
const SOURCES = [
  'app',
  'components',
  'contracts',
  'i18n',
  'messages',
  'prisma/schema.prisma',
  'public',
  'server',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
];

/** `next build`, when a source changed since the last build was finished. The caller holds the build lock. */
export async function buildApp() {
  const distDir = process.env.NEXT_DIST_DIR || '.next';
  const stamp = path.join(distDir, 'netdisk-sources');
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  await step('Building the app (about half a minute)', () =>
    runProgram('next build', 'node_modules/next/dist/bin/next', ['build'], { NODE_ENV: 'production' }),
  );
  // Last of all, and of the sources as they were before: a build cut short, or overtaken by a change, is redone.
  writeFileSync(stamp, wanted);
}

function hashSources() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of SOURCES.flatMap(listFiles).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(name) {
  if (!existsSync(name)) return [];
  if (path.extname(name)) return isBuilt(name) ? [name] : [];
  return readdirSync(name, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && isBuilt(item.name))
    .map((item) => path.join(item.parentPath, item.name));
}

function isBuilt(name) {
  return !/\.(test|contract)\.tsx?$/.test(name);
}
