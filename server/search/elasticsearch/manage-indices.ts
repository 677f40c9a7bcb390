import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import type { IndexCondition } from '../search-index';
import {
  type IndexLayout,
  indexMappings,
  indexSettings,
  MAPPING_VERSION,
  REFRESH_INTERVAL,
} from './index-settings';

/** The alias of an index being filled; it exists while a rebuild goes on, and writers look for it. */
export function rebuildAlias(alias: string): string {
  return `${alias}-next`;
}

/** Makes the first index behind the alias, if there is none. Several processes may do so at once. */
export async function ensureIndex(client: Client, alias: string, layout: IndexLayout): Promise<void> {
  if (await client.indices.existsAlias({ name: alias })) return;
  try {
    await createIndex(client, `${alias}-v${MAPPING_VERSION}-first`, alias, layoutSettings(layout));
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    // A rebuild that was cut off between two steps can leave the index without its alias.
    await client.indices.putAlias({ index: `${alias}-v${MAPPING_VERSION}-first`, name: alias });
  }
}

/** Whether there is an index behind the alias, and one this version can write to; a newer one it can. */
export async function inspectIndex(client: Client, alias: string): Promise<IndexCondition> {
  const mappings = await orNothing(
    client.indices.getMapping({ index: alias, filter_path: '*.mappings._meta' }),
  );
  const versions = Object.values(mappings).map((behind) => behind.mappings?._meta?.version);
  if (versions.length === 0) return 'missing';
  return versions.every((version) => Number(version) >= MAPPING_VERSION) ? 'ready' : 'outdated';
}

/** A new empty index under the rebuild alias; what an abandoned rebuild left is dropped. */
export async function startIndex(client: Client, alias: string, layout: IndexLayout): Promise<string> {
  await dropIndices(client, await indicesBehind(client, rebuildAlias(alias)));
  const name = `${alias}-v${MAPPING_VERSION}-${new Date().toISOString().replace(/\D/g, '')}`;
  await createIndex(client, name, rebuildAlias(alias), {
    ...layoutSettings(layout),
    refresh_interval: '-1',
    // Copies are made once, of the finished index.
    number_of_replicas: 0,
  });
  return name;
}

/** One atomic step: searches see the new index whole or the old one whole. */
export async function switchIndex(
  client: Client,
  alias: string,
  name: string,
  layout: IndexLayout,
): Promise<void> {
  // Nobody searched it while it was filled; from here on it shows writes by itself, as the old one did.
  await client.indices.putSettings({
    index: name,
    settings: { refresh_interval: REFRESH_INTERVAL, number_of_replicas: layout.replicas },
  });
  await client.indices.refresh({ index: name });
  await mergeInBackground(client, name);
  const old = await indicesBehind(client, alias);
  await client.indices.updateAliases({
    actions: [
      ...old.map((index) => ({ remove: { index, alias } })),
      { remove: { index: name, alias: rebuildAlias(alias) } },
      { add: { index: name, alias } },
    ],
  });
  await dropIndices(client, old);
}

/** Filling leaves dozens of segments; the engine merges them while the index is in use, and nobody waits for it. */
async function mergeInBackground(client: Client, name: string): Promise<void> {
  await client.indices.forcemerge({ index: name, max_num_segments: 1, wait_for_completion: false });
}

/** Deletes indices; one that is gone already is none to delete. */
export async function dropIndices(client: Client, names: string[]): Promise<void> {
  if (names.length > 0) await client.indices.delete({ index: names, ignore_unavailable: true });
}

function layoutSettings({ shards, replicas }: IndexLayout): estypes.IndicesIndexSettings {
  return { number_of_shards: shards, number_of_replicas: replicas };
}

async function createIndex(
  client: Client,
  index: string,
  alias: string,
  settings: estypes.IndicesIndexSettings,
): Promise<void> {
  await client.indices.create({
    index,
    settings: { ...indexSettings, ...settings },
    mappings: indexMappings,
    aliases: { [alias]: {} },
  });
}

async function indicesBehind(client: Client, alias: string): Promise<string[]> {
  return Object.keys(await orNothing(client.indices.getAlias({ name: alias })));
}

/** What is asked of an alias, by index; nothing where there is no such alias. */
async function orNothing<Answer extends object>(
  answer: Promise<Answer>,
): Promise<Answer | Record<string, never>> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 404) return {};
    throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError)) return false;
  const body: unknown = error.body;
  return JSON.stringify(body).includes('resource_already_exists_exception');
}
