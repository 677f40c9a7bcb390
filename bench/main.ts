import { benchOutboxToIndexed } from './outbox-to-indexed';
import { benchRelevance } from './relevance';
import { printTable } from './report';
import { benchSearchAtScale } from './search-at-scale';
import { benchSearchInTexts } from './search-in-texts';
import { benchSearchLatency } from './search-latency';
import { benchShareExpiry } from './share-expiry';
import { benchTransfer } from './transfer';
import { benchUploadToFindable } from './upload-to-findable';

const BENCHES: Record<string, () => Promise<void>> = {
  'upload-to-findable': benchUploadToFindable,
  search: benchSearchLatency,
  'search-at-scale': benchSearchAtScale,
  'search-in-texts': benchSearchInTexts,
  'outbox-to-indexed': benchOutboxToIndexed,
  transfer: benchTransfer,
  'share-expiry': benchShareExpiry,
  relevance: benchRelevance,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(1);
}
for (const [name, run] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  await run();
}
printTable();
