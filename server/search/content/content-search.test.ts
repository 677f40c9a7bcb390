import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocument, buildIndexQuery, put } from '@/tests/build-document';
import { openSearchTrial, type SearchTrial } from '@/tests/search-trial';
import { compareHits } from '../compare-hits';
import { matchName } from '../names/name-matcher';
import { parseQuery } from '../names/parse-query';
import type { SearchIndex } from '../search-index';
import { contentWords } from './content-words';

let trial: SearchTrial;

beforeAll(async () => {
  trial = await openSearchTrial();
});
afterAll(() => trial.drop());

const FILES: Record<string, string> = {
  'notes.txt': 'The quarterly budget of the annual report. 年度报告已经完成。',
  'budget 2026.xlsx': '',
  'report.docx': 'budget, and nothing else',
  '会议.md': '讨论了年度 报告和預算',
  'reversed.txt': '报告 年度, report annual',
  'code.ts': 'const annualReport = loadReport("v2");',
  'languages.txt': 'written in C++ and .NET, 5% in assembler; networks, clusters and 50 more',
  'empty.bin': '',
};

const QUERIES = [
  'budget',
  'bud',
  'udget',
  '年度报告',
  '度报',
  '报',
  '预算',
  'annual report',
  'report annual',
  'annualrep',
  'notes budget',
  'budget notes quarterly',
  'report 2026',
  'v2',
  'the quart',
  'load-report',
  'huiyi 年度',
  '!!!',
  'budget !!!',
  'c++',
  'c',
  '.net',
  'net.',
  '5%',
  '(budget',
  '$v2',
];

describe.each(['elasticsearch', 'postgresql'] as const)('%s', (engine) => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await trial.openIndex(engine);
  });

  const write = async (owner: string, files: Record<string, string>) => {
    const documents = Object.entries(files).map(([name, text]) =>
      buildDocument(owner, name, { content: contentWords(text) }),
    );
    await index.write(documents.map(put));
    await index.makeVisible();
    return documents;
  };

  test('hits, ranks and totals are those of the matcher, with each word in the name or in the text', async () => {
    const owner = randomUUID();
    const documents = await write(owner, FILES);
    for (const text of QUERIES) {
      const query = parseQuery(text);
      const answer = await index.search(buildIndexQuery(owner, text));
      const truth = documents
        .flatMap((document) => {
          const inText = query.words.map(
            ({ content }) => content !== null && (document.content ?? '').includes(content.inWords),
          );
          const match = matchName(query, document.name, answer.step, inText);
          return match ? [{ ...document, rank: match.rank }] : [];
        })
        .sort(compareHits('relevance', 'desc'));
      expect({
        text,
        total: answer.total,
        hits: answer.hits.map(({ name, rank }) => ({ name, rank })),
      }).toEqual({
        text,
        total: truth.length,
        hits: truth.map(({ name, rank }) => ({ name, rank })),
      });
    }
  });

  test('what is left of a word with punctuation stands in texts as a whole word, and a single letter too', async () => {
    const owner = randomUUID();
    const files = {
      'a.txt': 'written in C++ on .NET',
      'b.txt': 'code of the network, 50 percent of it',
      '3.txt': '',
    };
    await write(owner, files);
    const found = async (text: string) =>
      (await index.search(buildIndexQuery(owner, text))).hits.map(({ name }) => name).sort();
    for (const text of ['c++', 'c#', '.net', 'net.', '(c)'])
      expect(await found(text), text).toEqual(['a.txt']);
    expect(await found('net')).toEqual(['a.txt', 'b.txt']);
    expect(await found('5%')).toEqual([]);
    expect(await found('cod')).toEqual(['b.txt']);
  });

  test('a name that holds the word stands before a text that does', async () => {
    const owner = randomUUID();
    await write(owner, FILES);
    const { hits } = await index.search(buildIndexQuery(owner, 'budget'));
    expect(hits.map(({ name }) => name)).toEqual(['budget 2026.xlsx', 'report.docx', 'notes.txt']);
  });

  test('a text that holds what was typed hides no name that is meant by its sound, or misspelt', async () => {
    const owner = randomUUID();
    const letters = Object.fromEntries(
      Array.from({ length: 12 }, (_, number) => [`letter ${number}.txt`, 'mentions niandu']),
    );
    const files = {
      '年度报告.docx': '',
      'site.css': 'bg red',
      'Receive.pdf': '',
      'typo.txt': 'to recieve',
      ...letters,
    };
    await write(owner, files);
    const found = async (text: string) =>
      (await index.search(buildIndexQuery(owner, text))).hits.map(({ name }) => name);
    expect(await found('bg')).toEqual(['年度报告.docx', 'site.css']);
    expect(await found('recieve')).toEqual(['typo.txt', 'Receive.pdf']);
    expect((await found('niandu')).slice(0, 1)).toEqual(['年度报告.docx']);
    expect(await index.search(buildIndexQuery(owner, 'niandu'))).toMatchObject({ step: 1, total: 13 });
    expect(await found('niandu css')).toEqual([]);
    expect(await found('ndbg niandu')).toEqual(['年度报告.docx']);
    // Names that hold it are what was meant, and the text of others is as good as it was.
    expect(await found('letter niandu')).toHaveLength(12);
    expect(await index.search(buildIndexQuery(owner, 'typo recieve'))).toMatchObject({ step: 2, total: 1 });
  });

  test('which step answers goes by names that wait for the index too, and not by their texts', async () => {
    const owner = randomUUID();
    await write(owner, { '年度报告.docx': '', 'site.css': 'niandu' });
    const search = (pending: { written: number; sound: number }) =>
      index.search(buildIndexQuery(owner, 'niandu', { pending }));
    expect(await search({ written: 0, sound: 0 })).toMatchObject({ step: 1, total: 2 });
    expect(await search({ written: 10, sound: 10 })).toMatchObject({ step: 0, total: 1 });
  });

  test('text that is gone from a newer document is found no more', async () => {
    const owner = randomUUID();
    const [document] = await write(owner, { 'changing.txt': 'elephants' });
    if (!document) throw new Error('Nothing was written.');
    expect((await index.search(buildIndexQuery(owner, 'elephants'))).total).toBe(1);
    await index.write([put({ ...document, revision: document.revision + 1_000, content: ' lions ' })]);
    await index.makeVisible();
    expect((await index.search(buildIndexQuery(owner, 'elephants'))).total).toBe(0);
    expect((await index.search(buildIndexQuery(owner, 'lions'))).total).toBe(1);
  });
});
