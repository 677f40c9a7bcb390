import { execFileSync } from 'node:child_process';

/** Before all browser tests: builds what is stale, once, so that no test waits for it. */
export default function buildApp(): void {
  execFileSync(process.execPath, ['scripts/prepare/build.mjs'], { stdio: 'inherit' });
}
