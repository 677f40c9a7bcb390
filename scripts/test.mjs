// `npm test`: everything from a fresh clone. The last line on stdout is the sum: `N passed, N failed, N skipped`.
import path from 'node:path';
import { checkNodeVersion } from './prepare/check-node-version.mjs';
import { generatePrismaClient } from './prepare/generate-prisma-client.mjs';
import { installPackages } from './prepare/install-packages.mjs';
import { withBuildLock } from './prepare/lock-folder.mjs';
import { fail } from './prepare/report-progress.mjs';

try {
  checkNodeVersion();
  process.chdir(path.resolve(import.meta.dirname, '..'));
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  await withBuildLock(async () => {
    await installPackages({ withDevelopment: true });
    await generatePrismaClient();
  });
  const { register } = await import('tsx/esm/api');
  register();
  const { runTests } = await import('./run-tests/main.ts');
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  fail(error);
}
