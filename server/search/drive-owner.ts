import type { Actor } from '@/server/accounts/actor';

/** Whose files are searched: the person who asks, or the owner of a share for its visitors. */
export type DriveOwner = Pick<Actor, 'accountId' | 'rootId' | 'indexedAt'>;
