import { rebuildIndex } from '@/server/search/indexing/rebuild-index';
import { openServices } from './open-services';

// `npm run search:rebuild` builds the search index anew beside the one in use, and switches. Run it when the index was
// lost, or is to have another number of shards; an upgrade that changes the mapping does it by itself.

async function main(): Promise<void> {
  const services = await openServices('search-rebuild');
  const startedAt = performance.now();
  try {
    const { db, searchIndex, log, config } = services;
    const rebuilding = { db, searchIndex, log, databaseUrl: config.database.url };
    const documents = await rebuildIndex(rebuilding, whenBrokenOff());
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`search:rebuild: ${documents} documents in ${seconds.toFixed(1)} s\n`);
  } finally {
    await services.close();
  }
}

/** Told once to end, it takes away what it began: writes would go on filling it. Told twice, it ends at once. */
function whenBrokenOff(): AbortSignal {
  const controller = new AbortController();
  const reason = new Error('search:rebuild was broken off. The index in use is as it was.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller.abort(reason));
  return controller.signal;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
