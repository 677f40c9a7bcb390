import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('a list that is meant twice is asked for once', async () => {
  const { client, reads } = await watchedList();
  refreshSoon(client, [[], ['list']]);
  await vi.waitFor(() => expect(client.getQueryData(['list'])).not.toBe(1));
  expect(reads()).toBe(2);
});

test('lists that did not change are left alone', async () => {
  const { client, reads } = await watchedList();
  refreshSoon(client, [['other']]);
  refreshSoon(client, [['list']]);
  await vi.waitFor(() => expect(reads()).toBe(2));
});

describe('where time is given by hand', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a change that comes while the list is read for the first time is asked for afterwards', async () => {
    const { client, reads, release } = beginList({ held: true });
    refreshSoon(client, [['list']]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reads()).toBe(1);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.getQueryData(['list'])).toBe(2);
  });

  test('a next page that is under way comes, and after it what changed', async () => {
    const client = new QueryClient();
    const asked: number[] = [];
    let release = () => {};
    const pages = new InfiniteQueryObserver(client, {
      queryKey: ['pages'],
      initialPageParam: 1,
      getNextPageParam: (_last, all) => all.length + 1,
      queryFn: async ({ pageParam }) => {
        const isHeld = asked.push(pageParam) === 2;
        if (isHeld) {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }
        return pageParam;
      },
    });
    pages.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const next = pages.fetchNextPage();
    refreshSoon(client, [['pages']]);
    await vi.advanceTimersByTimeAsync(1_000);
    release();
    expect((await next).data?.pages).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([1, 2, 1, 2]);
  });
});

/** A client with one list on show, that counts how often it is read. */
async function watchedList() {
  const list = beginList({ held: false });
  await vi.waitFor(() => expect(list.client.getQueryData(['list'])).toBe(1));
  return list;
}

function beginList({ held }: { held: boolean }) {
  const client = new QueryClient();
  let count = 0;
  let gate = Promise.resolve();
  let release = () => {};
  function hold(): void {
    gate = new Promise((resolve) => {
      release = resolve;
    });
  }
  const queryFn = async () => {
    count += 1;
    await gate;
    return count;
  };
  if (held) hold();
  new QueryObserver(client, { queryKey: ['list'], queryFn }).subscribe(() => {});
  return { client, reads: () => count, hold, release: () => release() };
}
