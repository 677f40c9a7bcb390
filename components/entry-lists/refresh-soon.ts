import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

interface Refreshing {
  wanted: Map<string, QueryKey>;
  isRunning: boolean;
}

/** Changes that come this close together are asked for once. */
const GATHER_MS = 150;

const refreshing = new WeakMap<QueryClient, Refreshing>();

/**
 * Has the pages ask again for what changed, soon. A thousand changes in a row are a handful of questions: what comes
 * while the lists are being read waits until they are.
 */
export function refreshSoon(client: QueryClient, keys: readonly QueryKey[]): void {
  const state = refreshing.get(client) ?? { wanted: new Map(), isRunning: false };
  refreshing.set(client, state);
  for (const key of keys) state.wanted.set(JSON.stringify(key), key);
  if (!state.isRunning) void run(client, state);
}

async function run(client: QueryClient, state: Refreshing): Promise<void> {
  state.isRunning = true;
  while (state.wanted.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const keys = [...state.wanted.values()];
    state.wanted.clear();
    // Keys may overlap, as that of everything does with all others.
    const queries = new Set(keys.flatMap((queryKey) => client.getQueryCache().findAll({ queryKey })));
    await Promise.all([...queries].map((query) => askAnew(client, query)));
  }
  state.isRunning = false;
}

/**
 * What is being read may be as it was before the change, and is left to end first: begun anew, a next page that was asked
 * for would not come, and a first one later. Does not reject: a list that cannot be read shows its own error.
 */
async function askAnew(client: QueryClient, query: Query): Promise<void> {
  while (query.state.fetchStatus === 'fetching') await Promise.allSettled([query.promise]);
  await client.invalidateQueries({ queryKey: query.queryKey, exact: true });
}
