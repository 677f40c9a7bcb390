import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { findSkippedFiles } from '../../tests/services/missing-services';
import type { FoundServices } from './bring-up-services';
import { type Counts, runProgram, type Stage } from './stage';

const VITEST = 'node_modules/vitest/vitest.mjs';
const REPORT = '.cache/tests/vitest.json';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Vitest: unit tests, the import rules, and integration with the real services, over HTTP in both modes. */
export function unitStage(found: FoundServices): Stage {
  return {
    title: 'Unit and integration tests (vitest)',
    async run() {
      await rm(REPORT, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
      const missing = found.missing.map(({ name }) => name);
      const { whole, oneMode } = findSkippedFiles(missing, '.');
      const exclude = whole.map((file) => `--exclude=${file}`);
      const code = await runProgram(VITEST, ['run', ...reporters, ...exclude], found.env);
      const counts = await readCounts(code);
      for (const file of whole) process.stdout.write(`skipped: ${file}\n`);
      for (const file of oneMode) process.stdout.write(`skipped: ${file} in the real mode\n`);
      return { ...counts, skipped: counts.skipped + whole.length + oneMode.length };
    },
  };
}

async function readCounts(code: number): Promise<Counts> {
  const read = report.parse(JSON.parse(await readFile(REPORT, 'utf8')));
  // A file that fails before its first test has no tests to count, and is one failure.
  const broken = read.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = read.numFailedTests + broken;
  return {
    passed: read.numPassedTests,
    // An error outside of any test fails the run, and no test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
