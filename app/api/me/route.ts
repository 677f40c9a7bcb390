import { handle } from '@/app/_gateway/handle';
import { readMe } from '@/server/accounts/read-me';

export const GET = handle({
  run: async ({ services: { db }, actor }) => Response.json(await readMe(db, actor)),
});
