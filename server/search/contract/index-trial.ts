import { afterAll, beforeAll } from 'vitest';
import { buildIndexQuery, type GivenQuery } from '@/tests/build-document';
import { compareHits } from '../compare-hits';
import { matchName } from '../names/name-matcher';
import { parseQuery } from '../names/parse-query';
import { chooseStep, type Step } from '../names/ranks';
import type { FileDocument, IndexChange, SearchIndex, WriteOutcome } from '../search-index';

/** What each adapter's test brings: a fresh index, and a way to be rid of it. */
export type OpenIndex = () => Promise<{ index: SearchIndex; close(): Promise<void> }>;

/** What each test has: the index that all of them share, and short ways to use it. */
export interface IndexTrial {
  readonly index: SearchIndex;
  /** Writes, waits until searches see it, and tells what became of each change. */
  write(...changes: IndexChange[]): Promise<WriteOutcome['kind'][]>;
  /** Names in the order they are found. */
  found(ownerId: string, text: string, given?: GivenQuery): Promise<string[]>;
  /** What the matcher says of the same documents: the truth that an engine must reach by other means. */
  expected(documents: FileDocument[], text: string): { step: Step; hits: { name: string; rank: number }[] };
}

/** Opens an index before the tests and closes it after them. */
export function openIndexTrial(open: OpenIndex): IndexTrial {
  let opened: Awaited<ReturnType<OpenIndex>> | undefined;

  beforeAll(async () => {
    opened = await open();
    await opened.index.prepare();
  });
  afterAll(() => opened?.close());

  function current(): SearchIndex {
    if (!opened) throw new Error('There is an index only while tests run.');
    return opened.index;
  }

  async function write(...changes: IndexChange[]) {
    const outcomes = await current().write(changes);
    await current().makeVisible();
    return outcomes.map(({ kind }) => kind);
  }

  async function found(ownerId: string, text: string, given: GivenQuery = {}) {
    const { hits } = await current().search(buildIndexQuery(ownerId, text, given));
    return hits.map(({ name }) => name);
  }

  function expected(documents: FileDocument[], text: string) {
    const query = parseQuery(text);
    const matches = documents.flatMap((document) => {
      const match = matchName(query, document.name);
      return match ? [{ ...document, ...match }] : [];
    });
    const upTo = (step: Step) => matches.filter((match) => match.step <= step);
    const step = chooseStep({ written: upTo(0).length, sound: upTo(1).length }, query);
    const chosen = upTo(step).map((match) => ({
      ...match,
      rank: matchName(query, match.name, step)?.rank ?? 0,
    }));
    return {
      step,
      hits: chosen.sort(compareHits('relevance', 'desc')).map(({ name, rank }) => ({ name, rank })),
    };
  }

  return {
    get index() {
      return current();
    },
    write,
    found,
    expected,
  };
}
