/** A list of React Query that comes page by page. */
export interface Pages {
  data: { pages: unknown[] } | undefined;
  fetchNextPage(options: { cancelRefetch: boolean }): Promise<{
    data: { pages: unknown[] } | undefined;
    hasNextPage: boolean;
    isFetchNextPageError: boolean;
  }>;
}

/** A list that is just read anew because it changed would stay as it was. */
export const WITHOUT_BREAKING_OFF = { cancelRefetch: false };

/**
 * Adds the page that follows to a list of React Query. One that is just read anew is read to its end before, well or
 * not: what was asked for meanwhile would otherwise be that reading and no page. Does not reject: the list holds the error.
 */
export async function loadNextPage({ data, fetchNextPage }: Pages): Promise<void> {
  const next = await fetchNextPage(WITHOUT_BREAKING_OFF);
  const wasReadAnew = next.data?.pages.length === data?.pages.length && !next.isFetchNextPageError;
  if (wasReadAnew && next.hasNextPage) await fetchNextPage(WITHOUT_BREAKING_OFF);
}
