import type { LiveEvent } from '@/contracts/events';

/** What open pages hear. Carried by PostgreSQL's NOTIFY, so it works across processes in both modes. */
export interface LiveFeed {
  /** Calls back for every event of this owner until the returned function is called. */
  subscribe(ownerId: string, onEvent: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}
