import type { LiveEvent } from '@/contracts/events';

/** One open page. Neither function may throw. */
export interface LiveSubscriber {
  onEvent(event: LiveEvent): void;
  /** Events may have been missed: look at everything anew. */
  onGap(): void;
}

/** What open pages hear. Carried by PostgreSQL's NOTIFY, so it works across processes in both modes. */
export interface LiveFeed {
  /** Calls back for every event of this owner until the returned function is called. */
  subscribe(ownerId: string, subscriber: LiveSubscriber): () => void;
  close(): Promise<void>;
}
