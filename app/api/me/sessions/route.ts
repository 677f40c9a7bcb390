import { handle } from '@/app/_gateway/handle';
import type { AccountSessionList } from '@/contracts/accounts';
import { listSessions } from '@/server/accounts/list-sessions';
import { revokeOtherSessions } from '@/server/accounts/revoke-session';

export const GET = handle({
  async run({ services: { db }, actor }) {
    return Response.json({ items: await listSessions(db, actor) } satisfies AccountSessionList);
  },
});

/** Signs out everywhere but here. */
export const DELETE = handle({
  async run({ services: { db }, actor }) {
    await revokeOtherSessions(db, actor);
    return new Response(null, { status: 204 });
  },
});
