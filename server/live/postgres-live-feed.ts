import { type LiveEvent, liveEvent } from '@/contracts/events';
import { listenToPostgres, type PostgresListener } from '@/server/database/postgres-listener';
import type { Log } from '@/server/log';
import { LIVE_CHANNEL } from '@/server/outbox/commit-with-events';
import type { LiveFeed, LiveSubscriber } from './live-feed';

/**
 * The live feed over NOTIFY: one listening connection per process, opened for the first subscriber and kept, however
 * many pages are open. What was announced before it listened, or while it was cut off, is lost: after every connect
 * subscribers are told to look anew.
 */
export function createPostgresLiveFeed(given: { databaseUrl: string; log: Log }): LiveFeed {
  const subscribers = new Map<string, Set<LiveSubscriber>>();
  let listener: PostgresListener | undefined;

  function announce(payload: string): void {
    const event = readLiveEvent(payload);
    if (!event) {
      given.log.warn({ payload }, 'a live event cannot be read and is dropped');
      return;
    }
    for (const subscriber of subscribers.get(event.ownerId) ?? []) subscriber.onEvent(event);
  }

  function announceGap(): void {
    for (const ofOwner of subscribers.values()) for (const subscriber of ofOwner) subscriber.onGap();
  }

  return {
    subscribe(ownerId, subscriber) {
      const source = { databaseUrl: given.databaseUrl, channel: LIVE_CHANNEL, log: given.log };
      listener ??= listenToPostgres(source, { onNotify: announce, onConnect: announceGap });
      const ofOwner = subscribers.get(ownerId) ?? new Set();
      subscribers.set(ownerId, ofOwner.add(subscriber));
      return () => {
        ofOwner.delete(subscriber);
        if (ofOwner.size === 0 && subscribers.get(ownerId) === ofOwner) subscribers.delete(ownerId);
      };
    },

    async close() {
      subscribers.clear();
      await listener?.close();
    },
  };
}

function readLiveEvent(payload: string): LiveEvent | undefined {
  try {
    return liveEvent.parse(JSON.parse(payload));
  } catch {
    // Another version of Netdisk may announce what we do not know; the caller says so in the log.
    return undefined;
  }
}
