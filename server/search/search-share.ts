import type { SearchHit } from '@/contracts/search';
import type { SharedSearchHit, SharedSearchQuery, SharedSearchResult } from '@/contracts/shares';
import { isUuid } from '@/server/database/is-uuid';
import type { EnteredShare } from '@/server/shares/share-access';
import { readSharedIds } from '@/server/shares/visit/choose-shared';
import type { ParsedQuery } from './names/parse-query';
import { type ReadSearch, readSearch } from './query-line/read-search';
import { findFiles, type SearchServices } from './search-files';

/**
 * Finds what a visitor may see of a share, by the same search that its owner has, inside the shared subtrees only.
 * Nothing of the owner's drive around them can be asked about: folders are named by id, for a path would tell the names
 * above the share; stars are the owner's own; and text is searched only where files may be downloaded.
 */
export async function searchShare(
  services: SearchServices,
  share: EnteredShare,
  input: SharedSearchQuery,
): Promise<SharedSearchResult> {
  const tops = await readSharedIds(services.db, share);
  const owner = { accountId: share.ownerId, rootId: share.ownerRootId, indexedAt: null };
  const asked = narrowToShare(readSearch(input, new Date()), share, tops);
  const { pending: _, items, ...result } = await findFiles(services, owner, asked, input);
  return { ...result, items: items.map((hit) => presentHit(hit, tops)) };
}

function narrowToShare(
  asked: ReadSearch,
  { allowDownload }: EnteredShare,
  subtrees: ReadonlySet<string>,
): ReadSearch {
  return {
    ...asked,
    query: allowDownload ? asked.query : byNameOnly(asked.query),
    filters: { ...asked.filters, starredOnly: false, subtrees },
    places: asked.places.filter(isUuid),
  };
}

function byNameOnly(query: ParsedQuery): ParsedQuery {
  return { ...query, words: query.words.map((word) => ({ ...word, content: null })) };
}

function presentHit(hit: SearchHit, shared: ReadonlySet<string>): SharedSearchHit {
  const { id, kind, name, extension, mimeType, size, updatedAt, highlight, matchedBy } = hit;
  const top = hit.path.findIndex((part) => shared.has(part.id));
  const path = top < 0 ? [] : hit.path.slice(top);
  return { id, kind, name, extension, mimeType, size, updatedAt, path, highlight, matchedBy };
}
