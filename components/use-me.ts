'use client';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Me, me } from '@/contracts/accounts';
import { callApi } from './call-api';
import { queryKeys } from './query-keys';

/** Asks who is signed in. */
export const askMe = queryOptions({
  queryKey: queryKeys.me,
  queryFn: ({ signal }) => callApi(me, '/api/me', { signal }),
});

/** The signed-in account, with what it uses of its quota. */
export function useMe(): UseQueryResult<Me> {
  return useQuery(askMe);
}
