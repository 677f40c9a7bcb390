import { addUp, type Counts, check, runProgram, type Stage } from './stage';

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const KNIP = 'node_modules/knip/bin/knip.js';
const NEXT = 'node_modules/next/dist/bin/next';
const TSC = 'node_modules/typescript/bin/tsc';

export const lintStage: Stage = {
  title: 'Lint (biome, knip)',
  run: () =>
    inTurn([
      () => runProgram(BIOME, ['check', '.']),
      () => runProgram(KNIP, ['--no-progress', '--no-config-hints']),
    ]),
};

export const typesStage: Stage = {
  title: 'Types',
  run: () =>
    inTurn([async () => (await runProgram(NEXT, ['typegen'])) || (await runProgram(TSC, ['--noEmit']))]),
};

export const buildStage: Stage = {
  title: 'Build',
  // The same program that `npm start` builds with, so that the Netdisks of the tests find it built.
  run: () => inTurn([() => runProgram('scripts/prepare/build.mjs', [])]),
};

async function inTurn(commands: (() => Promise<number>)[]): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const command of commands) addUp(total, await check(command));
  return total;
}
