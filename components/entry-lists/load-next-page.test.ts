import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { loadNextPage } from './load-next-page';

test('a page that is asked for while the list is read anew comes after it, and once', async () => {
  const { pages, asked, hold, release } = await beginPages();
  hold();
  const anew = pages.refetch();
  await vi.waitFor(() => expect(asked).toEqual([1, 1]));
  const next = [loadNextPage(pages.getCurrentResult()), loadNextPage(pages.getCurrentResult())];
  release();
  await Promise.all([anew, ...next]);
  expect(asked).toEqual([1, 1, 2]);
  // Of the reading and not of before it.
  expect(pages.getCurrentResult().data?.pages).toEqual(['page 1, reading 2', 'page 2, reading 3']);
});

test('a page that is asked for while the list is read anew comes although that reading fails', async () => {
  const { pages, asked, hold, release } = await beginPages({ failing: 2 });
  hold();
  const anew = pages.refetch();
  await vi.waitFor(() => expect(asked).toEqual([1, 1]));
  const next = loadNextPage(pages.getCurrentResult());
  release();
  await Promise.all([anew, next]);
  expect(pages.getCurrentResult().data?.pages).toEqual(['page 1, reading 1', 'page 2, reading 3']);
});

test('a page that cannot be read leaves the others, and is asked for again', async () => {
  const { pages } = await beginPages({ failing: 2 });
  await loadNextPage(pages.getCurrentResult());
  expect(pages.getCurrentResult()).toMatchObject({
    isFetchNextPageError: true,
    data: { pages: ['page 1, reading 1'] },
  });
  await loadNextPage(pages.getCurrentResult());
  expect(pages.getCurrentResult()).toMatchObject({
    isFetchNextPageError: false,
    data: { pages: ['page 1, reading 1', 'page 2, reading 3'] },
  });
});

/** A list of three pages with the first one there. `failing`: that reading of all fails, counted from 1. */
async function beginPages({ failing }: { failing?: number } = {}) {
  const asked: number[] = [];
  let gate = Promise.resolve();
  let release = () => {};
  const pages = new InfiniteQueryObserver(new QueryClient(), {
    queryKey: ['pages'],
    retry: false,
    initialPageParam: 1,
    getNextPageParam: (_last, all) => (all.length < 3 ? all.length + 1 : undefined),
    queryFn: async ({ pageParam }) => {
      const reading = asked.push(pageParam);
      await gate;
      if (reading === failing) throw new Error('The server cannot be reached.');
      return `page ${pageParam}, reading ${reading}`;
    },
  });
  pages.subscribe(() => {});
  await vi.waitFor(() => expect(pages.getCurrentResult().data?.pages).toHaveLength(1));
  function hold(): void {
    gate = new Promise((resolve) => {
      release = resolve;
    });
  }
  return { pages, asked, hold, release: () => release() };
}
