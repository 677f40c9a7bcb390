import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { parseQuery } from '../names/parse-query';
import { contentWords } from './content-words';
import { readTexts } from './read-texts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function storeText(text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  await database.db.blob.create({ data: { sha256, sizeBytes: 1n } });
  await database.db.blobText.create({ data: { sha256, status: 'done', text, words: contentWords(text) } });
  return sha256;
}

test('of each text it is told which words of the query stand in it, and of those with none nothing', async () => {
  const both = await storeText('The report is about the budget.');
  const first = await storeText('Nothing but a report.');
  const second = await storeText('预算 budget');
  const neither = await storeText('Nothing at all');
  const hashes = [both, first, second, neither, 'of a file without text'];
  const found = await readTexts(database.db, parseQuery('report budget'), hashes);
  expect([...found.keys()].sort()).toEqual([both, first, second].sort());
  expect(found.get(both)).toEqual({ inText: [true, true], text: 'The report is about the budget.' });
  expect(found.get(first)?.inText).toEqual([true, false]);
  expect(found.get(second)?.inText).toEqual([false, true]);
});

test('a query of signs alone stands in no text', async () => {
  const sha256 = await storeText('!!! signs');
  expect(await readTexts(database.db, parseQuery('!!!'), [sha256])).toEqual(new Map());
});
