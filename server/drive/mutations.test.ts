import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryRemoved, entrySaved } from '@/contracts/events';
import { buildPerson, openTestDrive, type Person, type TestDrive } from '@/tests/test-drive';
import { changeEntry } from './change-entry';
import { createEntry } from './create-entry';
import { deleteEntry } from './recycle-bin/delete-entry';
import { emptyRecycleBin } from './recycle-bin/empty-recycle-bin';
import { runBatch } from './run-batch';

// Every mutation there is, and the rows it must change: each of them gets a higher revision and exactly one event
// of that revision, in the same transaction. A mutation that forgets one would leave search wrong for ever.

let drive: TestDrive;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());

interface Scene extends Person {
  /** A folder with a folder with a file in it. */
  folder: string;
  inner: string;
  file: string;
  /** An empty folder beside it. */
  target: string;
}

async function buildScene(): Promise<Scene> {
  const person = await buildPerson(drive);
  const folder = await person.createFolder('folder');
  const inner = await person.createFolder('inner', folder.id);
  const file = await person.upload('file.txt', 'x', { parentId: inner.id });
  const target = await person.createFolder('target');
  return { ...person, folder: folder.id, inner: inner.id, file: file.id, target: target.id };
}

const batch = (scene: Scene, op: 'move' | 'copy' | 'trash' | 'restore' | 'purge', ids: string[]) =>
  runBatch(drive.db, scene.actor, { op, ids, parentId: scene.target, onConflict: 'rename' });
const remove = (scene: Scene, id: string, permanent: boolean) =>
  deleteEntry(drive.db, scene.actor, { id, permanent });
const change = (scene: Scene, input: { name?: string; parentId?: string }) =>
  changeEntry(drive.db, scene.actor, scene.folder, { onConflict: 'fail', ...input });
const create = (scene: Scene, kind: 'file' | 'folder') =>
  createEntry(drive, scene.actor, { kind, name: 'new', parentId: 'root', onConflict: 'fail' });

interface Mutation {
  name: string;
  before?: (scene: Scene) => Promise<unknown>;
  run: (scene: Scene) => Promise<unknown>;
  type: 'entry.saved' | 'entry.removed';
  /** How many rows change; the four of the scene where it says so. */
  changes: number;
}

const trashAll = async (scene: Scene) => {
  await remove(scene, scene.file, false);
  await remove(scene, scene.folder, false);
};

const MUTATIONS: Mutation[] = [
  { name: 'create a folder', run: (scene) => create(scene, 'folder'), type: 'entry.saved', changes: 1 },
  { name: 'create a file', run: (scene) => create(scene, 'file'), type: 'entry.saved', changes: 1 },
  { name: 'upload', run: (scene) => scene.upload('new'), type: 'entry.saved', changes: 1 },
  {
    name: 'replace',
    run: (scene) => scene.upload('file.txt', 'y', { parentId: scene.inner, onConflict: 'replace' }),
    type: 'entry.saved',
    changes: 1,
  },
  { name: 'rename', run: (scene) => change(scene, { name: 'renamed' }), type: 'entry.saved', changes: 1 },
  {
    name: 'move',
    run: (scene) => change(scene, { parentId: scene.target }),
    type: 'entry.saved',
    changes: 3,
  },
  {
    name: 'rename and move',
    run: (scene) => change(scene, { name: 'renamed', parentId: scene.target }),
    type: 'entry.saved',
    changes: 3,
  },
  {
    name: 'move many',
    run: (scene) => batch(scene, 'move', [scene.folder]),
    type: 'entry.saved',
    changes: 3,
  },
  { name: 'copy', run: (scene) => batch(scene, 'copy', [scene.folder]), type: 'entry.saved', changes: 3 },
  { name: 'trash', run: (scene) => remove(scene, scene.folder, false), type: 'entry.removed', changes: 3 },
  {
    name: 'trash many',
    run: (scene) => batch(scene, 'trash', [scene.folder, scene.target]),
    type: 'entry.removed',
    changes: 4,
  },
  {
    name: 'restore',
    before: (scene) => remove(scene, scene.folder, false),
    run: (scene) => batch(scene, 'restore', [scene.folder]),
    type: 'entry.saved',
    changes: 3,
  },
  {
    name: 'restore into a folder made anew',
    before: trashAll,
    run: (scene) => batch(scene, 'restore', [scene.file]),
    type: 'entry.saved',
    changes: 3,
  },
  {
    name: 'purge from the drive',
    run: (scene) => remove(scene, scene.folder, true),
    type: 'entry.removed',
    changes: 3,
  },
  {
    name: 'purge from the recycle bin',
    before: (scene) => remove(scene, scene.folder, false),
    run: (scene) => batch(scene, 'purge', [scene.folder]),
    type: 'entry.removed',
    changes: 3,
  },
  {
    name: 'purge a folder around something trashed before',
    before: trashAll,
    run: (scene) => batch(scene, 'purge', [scene.folder]),
    type: 'entry.removed',
    changes: 3,
  },
  {
    name: 'empty the recycle bin',
    before: trashAll,
    run: (scene) => emptyRecycleBin(drive.db, scene.actor),
    type: 'entry.removed',
    changes: 3,
  },
];

async function revisions(scene: Scene): Promise<Map<string, number>> {
  const rows = await drive.db.entry.findMany({ where: { ownerId: scene.actor.accountId } });
  return new Map(rows.map((row) => [row.id, Number(row.revision)]));
}

test.each(MUTATIONS)(
  '$name: every changed row has a higher revision and one event of it',
  async (mutation) => {
    const scene = await buildScene();
    await mutation.before?.(scene);
    const before = await revisions(scene);
    await drive.db.outboxEvent.deleteMany();
    await mutation.run(scene);
    const changed = [...(await revisions(scene))].filter(
      ([id, revision]) => revision > (before.get(id) ?? 0),
    );
    expect(changed).toHaveLength(mutation.changes);
    // New bytes are asked to be read as well, which is no event of a row.
    const events = (await drive.db.outboxEvent.findMany())
      .filter((row) => row.type !== 'content.extraction-requested')
      .map((row) => row.payload);
    const schema = mutation.type === 'entry.saved' ? entrySaved : entryRemoved;
    const told = events.map((event) => schema.parse(event));
    expect(told.map((event) => [event.userFileId, event.revision]).sort()).toEqual(changed.sort());
    for (const event of told) expect(event.userId).toBe(scene.actor.accountId);
  },
);

test('no mutation of a drive is missing from the table above', async () => {
  const files = (await readdir('server/drive', { recursive: true })).filter((file) =>
    /^[^.]+\.ts$/.test(file),
  );
  const mutating: string[] = [];
  for (const file of files) {
    const source = await readFile(`server/drive/${file}`, 'utf8');
    if (source.includes('changeDrive(db, actor.accountId')) mutating.push(file);
  }
  expect(mutating.sort()).toEqual([
    'change-entry.ts',
    'copy-entries.ts',
    'create-entry.ts',
    'move-entries.ts',
    'recycle-bin/empty-recycle-bin.ts',
    'recycle-bin/purge-entries.ts',
    'recycle-bin/restore-entries.ts',
    'recycle-bin/trash-entries.ts',
    'save-file.ts',
  ]);
});
