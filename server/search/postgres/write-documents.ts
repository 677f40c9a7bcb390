import type { Database } from '@/server/database/client';
import { indexTerms } from '../names/index-terms';
import type { IndexChange, WriteOutcome } from '../search-index';
import { storedTerms } from './stored-terms';

const DOCUMENTS_PER_STATEMENT = 500;

/**
 * Writes whole documents; an older or equal revision changes nothing. Documents last written before
 * `replaceBefore` (a rebuild's start) are replaced whatever their revision.
 */
export async function writeDocuments(
  db: Database,
  changes: IndexChange[],
  replaceBefore: string | null,
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (let start = 0; start < changes.length; start += DOCUMENTS_PER_STATEMENT) {
    outcomes.push(
      ...(await writePart(db, changes.slice(start, start + DOCUMENTS_PER_STATEMENT), replaceBefore)),
    );
  }
  return outcomes;
}

async function writePart(
  db: Database,
  changes: IndexChange[],
  replaceBefore: string | null,
): Promise<WriteOutcome[]> {
  const newest = new Map<string, IndexChange>();
  for (const change of changes) {
    const known = newest.get(idOf(change));
    if (!known || revisionOf(known) < revisionOf(change)) newest.set(idOf(change), change);
  }
  // In one order everywhere, or two indexers writing the same documents could wait for each other.
  const ordered = [...newest.values()].sort((first, second) => (idOf(first) < idOf(second) ? -1 : 1));
  const written = await db.$queryRaw<{ entryId: string }[]>`
    INSERT INTO search_documents AS d (entry_id, owner_id, revision, removed, written_at, kind, extension, mime_type,
      size_bytes, updated_at, ancestor_ids, name, folded, written, stem, tokens, terms, sort_key, starred, content, content_words)
    SELECT entry_id, owner_id, revision, removed, clock_timestamp(), kind, extension, mime_type,
      size_bytes, updated_at, ancestor_ids, name, folded, written, stem, tokens, terms, sort_key, starred,
      content, array_to_tsvector(array_remove(string_to_array(content, ' '), ''))
    FROM jsonb_to_recordset(${JSON.stringify(ordered.map(toRow))}::jsonb) AS row(
      entry_id uuid, owner_id uuid, revision bigint, removed boolean, kind text, extension text, mime_type text,
      size_bytes bigint, updated_at timestamptz, ancestor_ids uuid[], name text, folded text, written text,
      stem text, tokens text, terms text[], sort_key text, starred boolean, content text)
    ON CONFLICT (entry_id) DO UPDATE SET owner_id = excluded.owner_id, revision = excluded.revision,
      removed = excluded.removed, written_at = excluded.written_at, kind = excluded.kind,
      extension = excluded.extension, mime_type = excluded.mime_type, size_bytes = excluded.size_bytes,
      updated_at = excluded.updated_at, ancestor_ids = excluded.ancestor_ids, name = excluded.name,
      folded = excluded.folded, written = excluded.written, stem = excluded.stem, tokens = excluded.tokens, terms = excluded.terms,
      sort_key = excluded.sort_key,
      starred = excluded.starred, content = excluded.content, content_words = excluded.content_words
    WHERE d.revision < excluded.revision OR d.written_at < ${replaceBefore}::timestamptz
    RETURNING entry_id AS "entryId"`;
  const ids = new Set(written.map(({ entryId }) => entryId));
  return changes.map((change) => {
    const isWritten = ids.has(idOf(change)) && newest.get(idOf(change)) === change;
    return { kind: isWritten ? 'written' : 'newer' };
  });
}

function toRow(change: IndexChange): Record<string, unknown> {
  if (change.kind === 'remove') {
    return {
      ...EMPTY,
      entry_id: change.entryId,
      owner_id: change.ownerId,
      revision: change.revision,
      removed: true,
      updated_at: new Date(0),
    };
  }
  const { document } = change;
  const terms = indexTerms(document.name);
  return {
    entry_id: document.entryId,
    owner_id: document.ownerId,
    revision: document.revision,
    removed: false,
    kind: document.kind,
    extension: document.extension,
    mime_type: document.mimeType,
    size_bytes: document.sizeBytes,
    updated_at: document.updatedAt,
    ancestor_ids: document.ancestorIds,
    name: document.name,
    folded: terms.folded,
    written: terms.written,
    stem: terms.stem,
    tokens: terms.tokens.length > 0 ? `|${terms.tokens.join('|')}|` : '',
    terms: storedTerms(terms),
    sort_key: terms.sortKey,
    starred: document.starred,
    content: document.content ?? '',
  };
}

const EMPTY = {
  kind: '',
  extension: '',
  mime_type: '',
  size_bytes: 0,
  ancestor_ids: [],
  name: '',
  folded: '',
  written: null,
  stem: '',
  tokens: '',
  terms: [],
  sort_key: '',
  starred: false,
  content: '',
};

function idOf(change: IndexChange): string {
  return change.kind === 'put' ? change.document.entryId : change.entryId;
}

function revisionOf(change: IndexChange): number {
  return change.kind === 'put' ? change.document.revision : change.revision;
}
