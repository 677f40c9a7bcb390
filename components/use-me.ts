'use client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Me, me } from '@/contracts/accounts';
import { callApi } from './call-api';
import { queryKeys } from './query-keys';

/** The signed-in account, with what it uses of its quota. */
export function useMe(): UseQueryResult<Me> {
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => callApi(me, '/api/me', { signal }) });
}
