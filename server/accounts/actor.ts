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
}
