import { parseArgs } from 'node:util';
import { openServices } from './open-services';

// `npm run queue:failed` lists what failed for good, a JSON line each; `-- --redrive` sends it all again.

const MOST_LISTED = 1_000;
const MOST_REDRIVEN = 100_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { redrive: { type: 'boolean', default: false } } });
  const services = await openServices('queue-failed');
  try {
    if (values.redrive) {
      const redriven = await services.queue.redriveFailed(MOST_REDRIVEN);
      process.stdout.write(`${redriven} messages sent again\n`);
    }
    const failed = await services.queue.listFailed(MOST_LISTED);
    for (const message of failed) process.stdout.write(`${JSON.stringify(message)}\n`);
    process.stderr.write(
      failed.length === 0 ? 'No failed messages.\n' : `${failed.length} failed messages.\n`,
    );
  } finally {
    await services.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
