'use client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '@/components/query-keys';
import { liveEvent } from '@/contracts/events';

const EVENT_TYPES = ['entry.changed', 'entry.indexed', 'share.changed', 'share.expired'] as const;

/**
 * Hears what changed in this drive, here or in another window or by a script, and has the pages ask again for what
 * they show. The browser reconnects by itself; after a gap everything is asked again.
 */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/events');
    let connectedBefore = false;
    const resync = () => client.invalidateQueries();
    source.addEventListener('open', () => {
      if (connectedBefore) resync();
      connectedBefore = true;
    });
    source.addEventListener('resync', resync);
    for (const type of EVENT_TYPES) {
      source.addEventListener(type, (message) => apply(client, type, message.data));
    }
    return () => source.close();
  }, [client]);
  return null;
}

function apply(client: QueryClient, type: (typeof EVENT_TYPES)[number], data: string): void {
  const event = liveEvent.safeParse({ type, ...JSON.parse(data) });
  if (!event.success) return;
  switch (event.data.type) {
    case 'entry.changed':
      for (const parentId of event.data.parentIds) {
        void client.invalidateQueries({ queryKey: queryKeys.folder(parentId) });
        void client.invalidateQueries({ queryKey: queryKeys.subfolders(parentId) });
      }
      for (const key of [['entries', 'one'], queryKeys.recycleBin, queryKeys.search, queryKeys.me]) {
        void client.invalidateQueries({ queryKey: key });
      }
      return;
    case 'entry.indexed':
      void client.invalidateQueries({ queryKey: ['entries', 'one'] });
      void client.invalidateQueries({ queryKey: queryKeys.search });
      return;
    case 'share.changed':
    case 'share.expired':
      void client.invalidateQueries({ queryKey: queryKeys.shares });
  }
}
