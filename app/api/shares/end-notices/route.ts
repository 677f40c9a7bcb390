import { handle } from '@/app/_gateway/handle';
import { listEndNotices } from '@/server/shares/notices/list-end-notices';

export const GET = handle({
  run: async ({ services: { db, config }, actor }) => Response.json(await listEndNotices(db, actor, config)),
});
