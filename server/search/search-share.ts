import type { SearchHit } from '@/contracts/search';
import type { SharedSearchHit, SharedSearchQuery, SharedSearchResult } from '@/contracts/shares';
import { isUuid } from '@/server/database/is-uuid';
import type { EnteredShare } from '@/server/shares/share-access';
import { readSharedIds } from '@/server/shares/visit/choose-shared';
import type { ParsedQuery } from './names/parse-query';
import { type ParsedSearch, parseSearch } from './query-line/parse-search';
import { findFiles, type SearchServices } from './search-files';

/**
 * Finds what a visitor may see of a share, by the same search that its owner has, inside the shared subtrees only.
 * Nothing of the owner's drive around them can be search about: folders are named by id, for a path would tell the names
 * above the share; stars are the owner's own; and text is searched only where files may be downloaded as often as one likes:
 * snippet by snippet it would be a download that nobody counts.
 */
export async function searchShare(
  services: SearchServices,
  share: EnteredShare,
  input: SharedSearchQuery,
): Promise<SharedSearchResult> {
  const tops = await readSharedIds(services.db, share);
  const owner = { accountId: share.ownerId, rootId: share.ownerRootId, indexedAt: null };
  const search = narrowToShare(parseSearch(input, new Date()), share, tops);
  const { pending: _, items, ...result } = await findFiles(services, owner, search, input);
  return { ...result, items: items.map((hit) => presentHit(hit, tops)) };
}

function narrowToShare(
  search: ParsedSearch,
  { allowDownload, downloadsLimited }: EnteredShare,
  subtrees: ReadonlySet<string>,
): ParsedSearch {
  return {
    ...search,
    query: allowDownload && !downloadsLimited ? search.query : byNameOnly(search.query),
    filters: { ...search.filters, starredOnly: false, subtrees },
    places: search.places.filter(isUuid),
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
