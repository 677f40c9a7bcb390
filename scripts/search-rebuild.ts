import { rebuildIndex } from '@/server/search/indexing/rebuild-index';
import { openServices } from './open-services';

// `npm run search:rebuild` builds the search index anew beside the one in use, and switches. Run it when the index was
// lost, or is to have another number of shards; an upgrade that changes the mapping does it by itself.

async function main(): Promise<void> {
  const services = await openServices('search-rebuild');
  const startedAt = performance.now();
  try {
    const { db, searchIndex, log, config } = services;
    const documents = await rebuildIndex({ db, searchIndex, log, databaseUrl: config.database.url });
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`search:rebuild: ${documents} documents in ${seconds.toFixed(1)} s\n`);
  } finally {
    await services.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
