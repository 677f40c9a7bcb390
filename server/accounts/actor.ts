import type { Role } from '@/contracts/accounts';

/** Who asks: an account whose session or token was checked against the database in this request. */
export interface Actor {
  accountId: string;
  rootId: string;
  name: string;
  email: string;
  role: Role;
  /** Null when an API token spoke. */
  sessionId: string | null;
  /** When that was, by the database's clock, if the index showed all that this account ever changed; else null. */
  indexedAt: Date | null;
}
