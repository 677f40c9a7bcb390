import { bringUpServices, type Services } from './bring-up-services';
import { browserStage } from './browser-stage';
import { buildStage, lintStage, typesStage } from './check-stages';
import { addUp, type Counts, describeCounts, type Stage } from './stage';
import { unitStage } from './unit-stage';

const STATIC_STAGES = { lint: lintStage, types: typesStage, build: buildStage };
const SERVED_STAGES = { unit: unitStage, browser: browserStage };

/**
 * Runs every stage, also after one has failed, and prints the sum as the very last line.
 * @param only names of stages (`npm test -- lint types`); none: all of them.
 * @returns the exit code: 1 where anything failed, or under CI=true where anything had to be skipped.
 */
export async function runTests(only: string[]): Promise<number> {
  const known = Object.keys({ ...STATIC_STAGES, ...SERVED_STAGES });
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no stage ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  const wanted = new Set(only.length > 0 ? only : known);
  const services = bringUpServices(Object.keys(SERVED_STAGES).some((name) => wanted.has(name)));
  stopWhenTold(services);
  try {
    const counts = await runStages(services, wanted);
    const skippedInCi = process.env.CI === 'true' && counts.skipped > 0;
    if (skippedInCi) print('Under CI=true nothing may be skipped: this counts as a failure.');
    await services.stop();
    print(describeCounts(counts));
    return counts.failed > 0 || skippedInCi ? 1 : 0;
  } catch (error) {
    await services.stop();
    throw error;
  }
}

/** Ends what was started also when the run is broken off. */
function stopWhenTold(services: Services): void {
  const stop = (reason: string) => {
    print(`Stopped: ${reason}. Ending what was started.`);
    services.stop().finally(() => process.exit(1));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // npm's shell dies of a signal that was sent to npm, and does not pass it on.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('npm is gone');
  }, 500);
  watch.unref();
}

async function runStages(services: Services, wanted: Set<string>): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  // The first three need no service: those start meanwhile.
  for (const [name, stage] of Object.entries(STATIC_STAGES)) {
    if (wanted.has(name)) addUp(total, await run(stage));
  }
  const found = await services.whenUp();
  for (const { name, how } of found.up) print(`${name}: ${how}`);
  for (const { name, reasons } of found.missing) print(`${name}: cannot be had here. ${reasons.join(' ')}`);
  for (const [name, stage] of Object.entries(SERVED_STAGES)) {
    if (wanted.has(name)) addUp(total, await run(stage(found)));
  }
  return total;
}

async function run(stage: Stage): Promise<Counts> {
  print(`\n== ${stage.title}`);
  const began = performance.now();
  const counts = await stage.run();
  print(
    `== ${stage.title}: ${describeCounts(counts)} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  );
  return counts;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
