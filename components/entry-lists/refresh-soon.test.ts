import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { refreshSoon } from './refresh-soon';

test('many changes in a row ask once', async () => {
  const { client, reads } = await watchedList();
  for (let change = 0; change < 100; change += 1) refreshSoon(client, [['list']]);
  await vi.waitFor(() => expect(reads()).toBe(2));
});

test('a change that comes while the list is being read is asked for afterwards', async () => {
  const { client, reads, hold, release } = await watchedList();
  hold();
  refreshSoon(client, [['list']]);
  await vi.waitFor(() => expect(reads()).toBe(2));
  refreshSoon(client, [['list']]);
  release();
  await vi.waitFor(() => expect(reads()).toBe(3));
});

test('lists that did not change are left alone', async () => {
  const { client, reads } = await watchedList();
  refreshSoon(client, [['other']]);
  refreshSoon(client, [['list']]);
  await vi.waitFor(() => expect(reads()).toBe(2));
});

/** A client with one list on show, that counts how often it is read. */
async function watchedList() {
  const client = new QueryClient();
  let count = 0;
  let gate = Promise.resolve();
  let release = () => {};
  const queryFn = async () => {
    count += 1;
    await gate;
    return count;
  };
  new QueryObserver(client, { queryKey: ['list'], queryFn }).subscribe(() => {});
  await vi.waitFor(() => expect(client.getQueryData(['list'])).toBe(1));
  return {
    client,
    reads: () => count,
    hold() {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
  };
}
