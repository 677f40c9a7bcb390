import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { buildEntryMessage } from '@/tests/build-event';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { HOSTILE } from './contract/search-cases';
import { indexEntries } from './indexing/index-entries';
import { searchFiles } from './search-files';
import type { SearchIndex } from './search-index';

const log = createLog('silent', 'test');
let trial: SearchTrial;
let database: TestDatabase;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
});
afterAll(() => trial.drop());

/** Folder, extension, size, day and star of each entry of the drive that the queries below ask about. */
interface Given {
  name: string;
  inside?: string;
  kind?: 'folder';
  extension?: string;
  sizeBytes?: number;
  day?: string;
  starred?: boolean;
}

const MB = 1024 ** 2;
const DRIVE: Given[] = [
  { name: 'Work', kind: 'folder' },
  { name: '2026', kind: 'folder', inside: 'Work' },
  { name: 'Home', kind: 'folder', starred: true },
  { name: 'Annual Report.pdf', inside: 'Work', extension: 'pdf', sizeBytes: 12 * MB, starred: true },
  { name: 'Report annual draft.docx', inside: '2026', extension: 'docx', sizeBytes: MB, day: '2026-02-03' },
  { name: '年度报告.xlsx', inside: '2026', extension: 'xlsx', sizeBytes: 300, day: '2026-02-04' },
  { name: 'report photo.JPG', inside: 'Home', extension: 'jpg', sizeBytes: 4 * MB, day: '2025-07-01' },
  { name: 'report.bin', extension: 'bin', sizeBytes: 0, day: '2024-01-01' },
];

const CASES: [line: string, found: string[]][] = [
  ['"annual report"', ['Annual Report.pdf']],
  ['"report annual"', ['Report annual draft.docx']],
  ['report -draft -photo', ['Annual Report.pdf', 'report.bin']],
  ['-"annual report" report type:pdf', []],
  ['report type:document', ['Report annual draft.docx']],
  ['report type:pdf,image', ['Annual Report.pdf', 'report photo.JPG']],
  ['type:folder', ['2026', 'Home', 'Work']],
  ['type:other', ['report.bin']],
  ['ext:pdf,.XLSX', ['Annual Report.pdf', '年度报告.xlsx']],
  ['in:work', ['2026', 'Annual Report.pdf', 'Report annual draft.docx', '年度报告.xlsx']],
  ['in:Work/2026 report', ['Report annual draft.docx']],
  ['in:/work/2026', ['Report annual draft.docx', '年度报告.xlsx']],
  ['in:/2026', []],
  ['in:nowhere', []],
  ['in:work in:home', []],
  ['in:/ is:starred', ['Annual Report.pdf', 'Home']],
  ['size:>4MB', ['Annual Report.pdf']],
  ['size:1MB..4MB', ['Report annual draft.docx', 'report photo.JPG']],
  ['size:<1KB -report', ['年度报告.xlsx']],
  ['modified:2026-02', ['Report annual draft.docx', '年度报告.xlsx']],
  ['modified:<=2024', ['report.bin']],
  ['modified:>2026-02-03 modified:<2026-03', ['年度报告.xlsx']],
  ['is:starred type:folder', ['Home']],
  ['niandu in:work', ['年度报告.xlsx']],
  ['niandu in:home', []],
  ['reprot in:home', ['report photo.JPG']],
  ['type:nonsense', []],
];

async function buildDrive(actor: Actor) {
  const built = new Map<string, { id: string; ownerId: string; revision: bigint }>();
  for (const { name, inside, kind = 'file', extension = '', sizeBytes = 0, day, starred } of DRIVE) {
    const parent = built.get(inside ?? '')?.id;
    const entry = await buildEntry(database.db, actor, { name, kind, ...(parent && { parentId: parent }) });
    const updatedAt = new Date(day ?? '2026-06-01');
    const data = { extension, sizeBytes, updatedAt, starredAt: starred ? updatedAt : null };
    built.set(name, await database.db.entry.update({ where: { id: entry.id }, data }));
  }
  return built;
}

describe.each(['elasticsearch', 'postgresql', 'no engine'] as const)('with %s', (engine) => {
  let searchIndex: SearchIndex;

  beforeAll(async () => {
    searchIndex = await trial.openIndex(engine);
  });

  function search(actor: Actor, q: string, given: Record<string, unknown> = {}) {
    return searchFiles({ db: database.db, searchIndex, log }, actor, searchQuery.parse({ q, ...given }));
  }

  async function index(entries: Iterable<{ id: string; ownerId: string; revision: bigint }>) {
    const messages = [...entries].map((entry) => buildEntryMessage(entry));
    await indexEntries({ db: database.db, databaseUrl: database.url, searchIndex, log }, messages);
  }

  test('every line finds what fits it, pending or indexed, and counts it', async () => {
    const ada = await buildAccount(database.db);
    const entries = await buildDrive(ada);
    for (const isIndexed of engine === 'no engine' ? [false] : [false, true]) {
      if (isIndexed) await index(entries.values());
      for (const [line, found] of CASES) {
        const result = await search(ada, line);
        const names = result.items.map(({ name }) => name).sort();
        expect({ line, isIndexed, names, total: result.total }).toEqual({
          line,
          isIndexed,
          names: [...found].sort(),
          total: found.length,
        });
        expect(result).toMatchObject({
          degraded: engine === 'no engine',
          pending: isIndexed ? 0 : DRIVE.length,
        });
      }
      const { facets, total } = await search(ada, 'report type:pdf');
      expect(total).toBe(1);
      expect(facets).toMatchObject({ pdf: 1, document: 1, image: 1, other: 1, folder: 0 });
    }
  });

  test('a folder is named by its id as well, and of others nothing is found in it', async () => {
    const [ada, bob] = [await buildAccount(database.db), await buildAccount(database.db)];
    const work = (await buildDrive(ada)).get('Work')?.id ?? '';
    expect((await search(ada, `report in:${work}`)).total).toBe(2);
    expect((await search(ada, 'report', { in: work })).total).toBe(2);
    expect((await search(bob, `report in:${work}`)).total).toBe(0);
  });

  test('a hit that fits no longer is not shown, before the index knows', async () => {
    const ada = await buildAccount(database.db);
    const entries = await buildDrive(ada);
    if (engine !== 'no engine') await index(entries.values());
    const id = entries.get('Annual Report.pdf')?.id;
    await database.db.$executeRaw`
      UPDATE entries SET starred_at = NULL, revision = nextval('entry_revision_seq') WHERE id = ${id}::uuid`;
    expect((await search(ada, 'report is:starred')).items).toEqual([]);
  });

  test('no line is an error', async () => {
    const ada = await buildAccount(database.db);
    await buildDrive(ada);
    const filters = [
      'in:\0',
      'in:"',
      'ext:\ud800',
      'size:>9999TB',
      'modified:>9999-12-31',
      'modified:0100',
      'in:////',
    ];
    for (const q of [
      ...HOSTILE,
      ...filters,
      HOSTILE.join(' '),
      'in:a/'.repeat(900),
      'type:pdf '.repeat(900),
    ]) {
      // An engine that refuses a line is passed over for the database, which would hide it.
      const { total, degraded } = await search(ada, q);
      expect(total).toBeGreaterThanOrEqual(0);
      expect({ q, isRefused: degraded && engine !== 'no engine' }).toEqual({ q, isRefused: false });
    }
  });
});
