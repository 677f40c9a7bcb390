import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildDocument, put } from '@/tests/build-document';
import { buildEntry } from '@/tests/build-entry';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import type { TestDatabase } from '@/tests/test-database';
import { searchFiles } from '../search-files';
import type { SearchIndex } from '../search-index';

const log = createLog('silent', 'test');
let trial: SearchTrial;
let database: TestDatabase;

beforeAll(async () => {
  trial = await openSearchTrial();
  database = trial.database;
});
afterAll(() => trial.drop());

for (const engine of ['elasticsearch', 'postgresql'] as const) {
  /** Files that the index shows. */
  async function fill(index: SearchIndex, owner: Actor, names: string[]): Promise<void> {
    for (const name of names) {
      const { id, revision } = await buildEntry(database.db, owner, { name });
      await index.write([
        put(buildDocument(owner.accountId, name, { entryId: id, revision: Number(revision) })),
      ]);
    }
    await index.makeVisible();
    await database.db.$executeRaw`
      UPDATE entries SET indexed_revision = revision WHERE owner_id = ${owner.accountId}::uuid`;
  }

  async function suggestion(index: SearchIndex, owner: Actor, q: string): Promise<string | null> {
    const found = await searchFiles(
      { db: database.db, searchIndex: index, log },
      owner,
      searchQuery.parse({ q }),
    );
    return found.suggestion;
  }

  test(`${engine}: what finds nothing suggests what the person's own names spell`, async () => {
    const index = await trial.openIndex(engine);
    const ada = await buildAccount(database.db);
    await fill(index, ada, ['quarterly report.pdf', 'cats.txt', '年度报告.docx']);
    expect(await suggestion(index, ada, 'quartrely rpotr')).toBe('quarterly report');
    expect(await suggestion(index, ada, 'cuts')).toBe('cats');
    expect(await suggestion(index, ada, '年渡报告')).toBe('年度报告');
    // What was understood stays as it was written.
    expect(await suggestion(index, ada, 'cuts size:<1MB -old')).toBe('cats size:<1MB -old');
  });

  test(`${engine}: nothing is suggested where something is found, or would not be`, async () => {
    const index = await trial.openIndex(engine);
    const ada = await buildAccount(database.db);
    await fill(index, ada, ['cats.txt']);
    for (const line of ['cats', 'cuts ext:pdf', '"cuts"', 'zebra', '', 'cuts '.repeat(20), 'a'.repeat(900)]) {
      expect(await suggestion(index, ada, line)).toBeNull();
    }
  });

  test(`${engine}: neither a name of somebody else nor one in the recycle bin is suggested`, async () => {
    const index = await trial.openIndex(engine);
    const ada = await buildAccount(database.db);
    const eve = await buildAccount(database.db);
    await fill(index, ada, ['secret.txt', 'bats.txt', 'dogs.txt']);
    await fill(index, eve, ['notes.txt']);
    expect(await suggestion(index, eve, 'sacrat')).toBeNull();
    expect(await suggestion(index, ada, 'sacrat')).toBe('secret');
    await database.db.entry.updateMany({ where: { name: 'bats.txt' }, data: { trashedAt: new Date() } });
    await database.db.entry.updateMany({
      where: { name: 'dogs.txt' },
      data: { trashedAt: new Date(), purgedAt: new Date() },
    });
    expect(await suggestion(index, ada, 'bots')).toBeNull();
    expect(await suggestion(index, ada, 'dags')).toBeNull();
  });
}
