import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildDocument, put } from '@/tests/build-document';
import type { IndexChange } from '../search-index';
import type { IndexTrial } from './index-trial';

/** That the newest revision wins, whatever the order of writes. */
export function describeWriting(trial: IndexTrial): void {
  const { write, found } = trial;

  test('a stale or repeated revision changes nothing', async () => {
    const owner = randomUUID();
    const first = buildDocument(owner, 'first.txt');
    const second = { ...first, name: 'second.txt', revision: first.revision + 1_000 };
    expect(await write(put(second))).toEqual(['written']);
    expect(await write(put(first))).toEqual(['newer']);
    expect(await write(put({ ...second, name: 'third.txt' }))).toEqual(['newer']);
    expect(await found(owner, 'txt')).toEqual(['second.txt']);
  });

  test('of several changes of one document in one write the newest stays', async () => {
    const owner = randomUUID();
    const older = buildDocument(owner, 'older.txt');
    const newer = { ...older, name: 'newer.txt', revision: older.revision + 1 };
    await write(put(newer), put(older));
    expect(await found(owner, 'txt')).toEqual(['newer.txt']);
  });

  test('a removed document is not resurrected by an older save, and comes back with a newer one', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'ghost.txt');
    const { entryId, revision } = document;
    const removal: IndexChange = { kind: 'remove', entryId, ownerId: owner, revision: revision + 10 };
    expect(await write(put(document), removal)).toEqual(expect.arrayContaining(['written']));
    expect(await found(owner, 'ghost')).toEqual([]);
    expect(await write(put({ ...document, revision: revision + 5 }))).toEqual(['newer']);
    expect(await write(put({ ...document, revision: revision + 10 }))).toEqual(['newer']);
    expect(await found(owner, 'ghost')).toEqual([]);
    expect(await write(put({ ...document, revision: revision + 11 }))).toEqual(['written']);
    expect(await found(owner, 'ghost')).toEqual(['ghost.txt']);
  });

  test('a removal that arrives before anything else keeps its place', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'late.txt');
    await write({
      kind: 'remove',
      entryId: document.entryId,
      ownerId: owner,
      revision: document.revision + 1,
    });
    expect(await write(put(document))).toEqual(['newer']);
    expect(await found(owner, 'late')).toEqual([]);
  });
}
