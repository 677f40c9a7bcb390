// Builds the app when a source changed: that step of `npm start` alone, for the tests.
import { buildApp } from './build-app.mjs';
import { withBuildLock } from './lock-folder.mjs';
import { fail } from './report-progress.mjs';

await withBuildLock(buildApp).catch(fail);
