import { readdir, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { lacksRealMode } from '../../tests/services/missing-services';
import type { FoundServices } from './bring-up-services';
import { type Counts, runProgram, type Stage } from './stage';

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const REPORT = '.cache/tests/playwright.json';

const report = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Playwright in both modes; without a browser, or without the real services, what cannot run is named. */
export function browserStage(found: FoundServices): Stage {
  return {
    title: 'Browser tests (Playwright)',
    async run() {
      const missing = found.missing.map(({ name }) => name);
      if (missing.includes('Chromium'))
        return { passed: 0, failed: 0, skipped: await skip(['embedded', 'real']) };
      const counts = await runPlaywright(
        lacksRealMode(missing) ? ['embedded'] : ['embedded', 'real'],
        found.env,
      );
      return lacksRealMode(missing)
        ? { ...counts, skipped: counts.skipped + (await skip(['real'])) }
        : counts;
    },
  };
}

async function runPlaywright(projects: string[], env: Record<string, string>): Promise<Counts> {
  await rm(REPORT, { force: true });
  const code = await runProgram(
    PLAYWRIGHT,
    ['test', '--reporter=list,json', ...projects.map((name) => `--project=${name}`)],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT },
  );
  const { stats } = report.parse(JSON.parse(await readFile(REPORT, 'utf8')));
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    // An error outside of any test fails the run, and no test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

/** Names the files that are not run, and counts their tests. */
async function skip(projects: string[]): Promise<number> {
  let tests = 0;
  for (const file of (await readdir('e2e')).filter((name) => name.endsWith('.spec.ts'))) {
    const found = (await readFile(`e2e/${file}`, 'utf8')).match(/^\s*test\(/gm)?.length ?? 0;
    tests += found * projects.length;
    for (const project of projects) process.stdout.write(`skipped: e2e/${file} in the ${project} mode\n`);
  }
  return tests;
}
