import { Prisma } from '@/prisma/generated/client';
import type { Database } from '@/server/database/client';
import { inParts } from '@/server/database/in-parts';
import { NIL_UUID } from '@/server/database/is-uuid';
import { answerInSteps } from './answer-in-steps';
import { findLoose } from './postgres/find-loose';
import { findWritten } from './postgres/find-written';
import { writeDocuments } from './postgres/write-documents';
import type { FileDocument, IndexedState, IndexRebuild, SearchIndex } from './search-index';

const SCAN_PAGE = 5_000;
const ROWS_PER_DELETE = 10_000;

/** The search port over the table search_documents: what a drive without Elasticsearch uses. */
export function createPostgresIndex({ db }: { db: Database }): SearchIndex {
  return {
    engine: 'postgresql',
    // The table comes with the migrations, and what is committed is seen.
    prepare: async () => undefined,
    inspect: async () => 'ready',
    makeVisible: async () => undefined,
    write: (changes) => writeDocuments(db, changes, null),
    search: (query) =>
      answerInSteps(query, (step) => (step === 0 ? findWritten(db, query) : findLoose(db, query, step)), {
        isSoundCheap: false,
      }),
    scan: () => scanDocuments(db),
    read: (entryIds) => readStates(db, Prisma.sql`entry_id = ANY(${entryIds}::uuid[])`, entryIds.length),
    purgeTombstones: (olderThan) =>
      inParts(
        ROWS_PER_DELETE,
        (limit) => db.$executeRaw`
      DELETE FROM search_documents WHERE entry_id IN (
        SELECT entry_id FROM search_documents WHERE removed AND written_at < ${olderThan} LIMIT ${limit})`,
      ),
    startRebuild: () => startRebuild(db),
    async checkHealth() {
      await db.$queryRaw`SELECT 1 FROM search_documents LIMIT 1`;
    },
    close: async () => undefined,
  };
}

async function* scanDocuments(db: Database): AsyncGenerator<IndexedState> {
  let after = NIL_UUID;
  for (;;) {
    const page = await readStates(db, Prisma.sql`entry_id > ${after}::uuid`, SCAN_PAGE);
    yield* page;
    after = page.at(-1)?.entryId ?? after;
    if (page.length < SCAN_PAGE) return;
  }
}

async function readStates(db: Database, condition: Prisma.Sql, limit: number): Promise<IndexedState[]> {
  const rows = await db.$queryRaw<StateRow[]>`
    SELECT entry_id AS "entryId", owner_id AS "ownerId", revision, removed, kind, name, extension,
      mime_type AS "mimeType", size_bytes AS "sizeBytes", updated_at AS "updatedAt", starred, ancestor_ids AS "ancestorIds"
    FROM search_documents WHERE ${condition} ORDER BY entry_id LIMIT ${limit}`;
  return rows.map(({ removed, ...row }) => {
    const revision = Number(row.revision);
    const { entryId } = row;
    if (removed) return { entryId, revision, removed };
    return { entryId, revision, removed, document: { ...row, revision, sizeBytes: Number(row.sizeBytes) } };
  });
}

type StateRow = Omit<FileDocument, 'revision' | 'sizeBytes'> & {
  revision: bigint;
  sizeBytes: bigint;
  removed: boolean;
};

/**
 * Rewrites every document in place: searches never see half an index, because each document is whole at every
 * moment. What the rebuild (or an indexer beside it) did not write again is dropped at its end.
 */
async function startRebuild(db: Database): Promise<IndexRebuild> {
  // As text: a Date would lose the microseconds that part the rebuild from the write before it.
  const [clock] = await db.$queryRaw<{ now: string }[]>`SELECT clock_timestamp()::text AS now`;
  const startedAt = clock?.now ?? new Date().toISOString();
  return {
    write: (changes) => writeDocuments(db, changes, startedAt),
    async finish() {
      await inParts(
        ROWS_PER_DELETE,
        (limit) => db.$executeRaw`
        DELETE FROM search_documents WHERE entry_id IN (
          SELECT entry_id FROM search_documents WHERE written_at < ${startedAt}::timestamptz LIMIT ${limit})`,
      );
    },
    abandon: async () => undefined,
  };
}
