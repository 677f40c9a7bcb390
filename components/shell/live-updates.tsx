'use client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshSoon } from '@/components/entry-lists/refresh-soon';
import { queryKeys } from '@/components/query-keys';
import { type LiveEvent, liveEvent } from '@/contracts/events';
import { openEventSource } from './open-event-source';

const EVENT_TYPES = [
  'entry.changed',
  'entry.indexed',
  'share.changed',
  'share.ending',
  'share.expired',
] as const;

/**
 * Hears what changed in this drive, here or in another window or by a script, and has the pages ask again for what
 * they show. When listening begins, and after each gap in it, everything is asked again.
 */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(
    () =>
      openEventSource('/api/events', {
        types: EVENT_TYPES,
        onEvent(type, data) {
          const event = liveEvent.safeParse({ type, ...JSON.parse(data) });
          if (event.success) refreshSoon(client, keysTouchedBy(event.data));
        },
        onGap: () => refreshSoon(client, [[]]),
      }),
    [client],
  );
  return null;
}

function keysTouchedBy(event: LiveEvent): QueryKey[] {
  switch (event.type) {
    case 'entry.changed':
      return [
        ...event.parentIds.flatMap((id) => [queryKeys.folder(id), queryKeys.subfolders(id)]),
        queryKeys.oneEntry,
        queryKeys.recycleBin,
        queryKeys.search,
        queryKeys.me,
      ];
    case 'entry.indexed':
      return [queryKeys.oneEntry, queryKeys.search];
    case 'share.changed':
    case 'share.ending':
    case 'share.expired':
      return [queryKeys.shares];
  }
}
