import { parseArgs } from 'node:util';
import { type Comparison, compareIndex, type Difference } from '@/server/search/indexing/compare-index';
import { repairEntries } from '@/server/search/indexing/repair-entries';
import type { Services } from '@/server/services';
import { openServices } from './open-services';

// `npm run search:verify` compares the search index with the database completely. `-- --repair` has differences
// written again by the indexer; removing more than a tenth of the index needs `--force` as well.

const MOST_REMOVED = 0.1;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { repair: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } },
  });
  const services = await openServices('search-verify');
  try {
    const comparison = await compareIndex(services, print);
    const count = summarise(comparison);
    if (count === 0) return;
    process.exitCode = 1;
    if (values.repair) await repair(services, comparison, values.force);
    else process.stderr.write('Run `npm run search:verify -- --repair` to have them put right.\n');
  } finally {
    await services.close();
  }
}

function print(differences: Difference[]): void {
  for (const { kind, entryId, ownerId, revision } of differences) {
    process.stdout.write(
      `${kind} ${entryId} (owner ${ownerId || 'unknown'}, indexed revision ${revision})\n`,
    );
  }
}

function summarise({ documents, pending, differences }: Comparison): number {
  const found = Object.entries(differences).filter(([, count]) => count > 0);
  const count = found.reduce((sum, [, each]) => sum + each, 0);
  const kinds = found.map(([kind, each]) => `${each} ${kind}`).join(', ');
  process.stdout.write(
    `search:verify: ${documents} documents, ${count} differences${kinds ? ` (${kinds})` : ''}\n`,
  );
  if (pending > 0) process.stderr.write(`${pending} changes are on their way into the index.\n`);
  return count;
}

async function repair(services: Services, comparison: Comparison, isForced: boolean): Promise<void> {
  const { documents, differences } = comparison;
  if (differences.ghost > documents * MOST_REMOVED && !isForced) {
    process.stderr.write(
      `Refused: this would remove ${differences.ghost} of ${documents} documents. ` +
        'If the database is the right one, say it again with `-- --repair --force`.\n',
    );
    return;
  }
  await compareIndex(services, (found) => repairEntries(services.db, found));
  process.stderr.write('Sent to the indexer. Verify again in a moment.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
