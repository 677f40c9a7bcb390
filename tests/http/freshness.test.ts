import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MODES } from '../start-netdisk';
import type { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

const CLIENTS = 8;
/** MUTATIONS_EACH=250 is run by hand: 2,000 changes in either mode, none stale, a minute and a half. */
const MUTATIONS_EACH = Number(process.env.MUTATIONS_EACH ?? 50);

describe.each(MODES)('%s mode', (mode) => {
  let ada: ApiClient;

  provideNetdisk({ mode }, (_, first) => {
    ada = first;
  });

  /** Creates, renames, trashes and restores folders, asks after each change, and tells which answers were stale. */
  async function change(mutations: number): Promise<string[]> {
    const stale: string[] = [];
    const expectFound = async (name: string, id: string, isThere: boolean, after: string) => {
      const { items, degraded } = await ada.search(name);
      const found = items.some((item) => item.id === id);
      if (found !== isThere || degraded) stale.push(`${after}: found ${found}, degraded ${degraded}`);
    };
    for (let done = 0; done < mutations; done += 5) {
      const [first, second] = [randomUUID(), randomUUID()];
      const { id } = await ada.createFolder(first);
      await expectFound(first, id, true, 'create');
      await ada.change(id, { name: second });
      await expectFound(second, id, true, 'rename');
      await ada.remove(id);
      await expectFound(second, id, false, 'trash');
      await ada.json('POST', '/api/entries/batch', { op: 'restore', ids: [id] });
      await expectFound(second, id, true, 'restore');
      await ada.remove(id, true);
      await expectFound(second, id, false, 'purge');
    }
    return stale;
  }

  test(`of ${CLIENTS * MUTATIONS_EACH} changes under load, each asked after at once, none gives a stale answer`, async () => {
    const stale = await Promise.all(Array.from({ length: CLIENTS }, () => change(MUTATIONS_EACH)));
    expect(stale.flat()).toEqual([]);
  }, 300_000);
});
