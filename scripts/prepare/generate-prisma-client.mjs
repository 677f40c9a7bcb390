import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './report-progress.mjs';
import { runProgram } from './run-program.mjs';

const STAMP = 'node_modules/.cache/netdisk/prisma-client';

/** Generates the database client into prisma/generated, when the schema or Prisma changed since the last time. */
export async function generatePrismaClient({ always = false } = {}) {
  const wanted = createHash('sha256')
    .update(readFileSync('prisma/schema.prisma'))
    .update(readFileSync('node_modules/prisma/package.json'))
    .digest('hex');
  if (!always && isCurrent(wanted)) return;
  rmSync(STAMP, { force: true });
  await step('Generating the database client', () =>
    runProgram('prisma generate', 'node_modules/prisma/build/index.js', ['generate'], {
      // Prisma 7 wants to download an engine that generating does not use; any existing file keeps it from that.
      PRISMA_SCHEMA_ENGINE_BINARY: './package.json',
    }),
  );
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

function isCurrent(wanted) {
  if (!existsSync(STAMP) || !existsSync('prisma/generated/client.ts')) return false;
  return readFileSync(STAMP, 'utf8') === wanted;
}
