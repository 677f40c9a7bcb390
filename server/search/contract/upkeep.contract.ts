import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildDocument, put } from '@/tests/build-document';
import type { IndexedState } from '../search-index';
import type { IndexTrial } from './index-trial';

/** Scans, tombstones, rebuilds and health. */
export function describeUpkeep(trial: IndexTrial): void {
  const { write, found } = trial;

  test('a scan gives every document once in the order of ids, tombstones included', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'scanned.txt');
    const gone = buildDocument(owner, 'gone.txt');
    const { entryId, revision } = gone;
    await write(put(document), { kind: 'remove', entryId, ownerId: owner, revision });
    const states: IndexedState[] = [];
    for await (const state of trial.index.scan()) states.push(state);
    const ids = states.map((state) => state.entryId);
    expect(ids).toEqual([...new Set(ids)].sort());
    const wanted = [
      { entryId: document.entryId, revision: document.revision, removed: false, document },
      { entryId, revision, removed: true },
    ];
    expect(states).toEqual(expect.arrayContaining(wanted));
    expect(await trial.index.read([document.entryId, entryId, randomUUID()])).toEqual(
      expect.arrayContaining(wanted),
    );
  });

  test('old tombstones are forgotten, young ones and documents are kept', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'kept.txt');
    const entryId = randomUUID();
    await write(put(document), { kind: 'remove', entryId, ownerId: owner, revision: 7 });
    await trial.index.purgeTombstones(new Date(Date.now() - 60_000));
    expect(await trial.index.read([entryId])).toHaveLength(1);
    expect(await trial.index.purgeTombstones(new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await trial.index.read([entryId])).toEqual([]);
    expect(await found(owner, 'kept')).toEqual(['kept.txt']);
  });

  test('a rebuild serves the old documents until its end, then the new ones and what was written meanwhile', async () => {
    const owner = randomUUID();
    const [kept, dropped, wrong] = ['kept.txt', 'dropped.txt', 'wrong.txt'].map((name) =>
      buildDocument(owner, name),
    );
    if (!kept || !dropped || !wrong) throw new Error('three documents were built');
    await write(put(kept), put(dropped), put({ ...wrong, revision: 1_000_000 }));
    const rebuild = await trial.index.startRebuild();
    const meanwhile = buildDocument(owner, 'meanwhile.txt');
    await write(put(meanwhile));
    await rebuild.write([put(kept), put({ ...wrong, name: 'right.txt' })]);
    expect(await found(owner, 'kept')).toEqual(['kept.txt']);
    expect(await found(owner, 'meanwhile')).toEqual(['meanwhile.txt']);
    await rebuild.finish();
    await trial.index.makeVisible();
    expect((await found(owner, 'txt')).sort()).toEqual(['kept.txt', 'meanwhile.txt', 'right.txt']);
    await write(put({ ...kept, name: 'after.txt', revision: kept.revision + 1_000 }));
    expect(await found(owner, 'after')).toEqual(['after.txt']);
  });

  test('an abandoned rebuild leaves everything as it was', async () => {
    const owner = randomUUID();
    const document = buildDocument(owner, 'stays.txt');
    await write(put(document));
    const rebuild = await trial.index.startRebuild();
    await rebuild.abandon();
    expect(await found(owner, 'stays')).toEqual(['stays.txt']);
    expect(await write(put({ ...document, name: 'moves on.txt', revision: document.revision + 1 }))).toEqual([
      'written',
    ]);
  });

  test('a healthy engine says so', async () => {
    await expect(trial.index.checkHealth()).resolves.toBeUndefined();
  });
}
