// Generates and builds what is stale: those steps of `npm start` alone, for the tests.
import { buildApp } from './build-app.mjs';
import { generatePrismaClient } from './generate-prisma-client.mjs';
import { withBuildLock } from './lock-folder.mjs';
import { fail } from './report-progress.mjs';

await withBuildLock(async () => {
  await generatePrismaClient();
  await buildApp();
}).catch(fail);
