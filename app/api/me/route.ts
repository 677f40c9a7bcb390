import { handle } from '@/app/_gateway/handle';
import { changeMeInput } from '@/contracts/accounts';
import { changeMe } from '@/server/accounts/change-me';
import { readMe } from '@/server/accounts/read-me';

export const GET = handle({
  run: async ({ services: { db }, actor }) => Response.json(await readMe(db, actor)),
});

export const PATCH = handle({
  body: changeMeInput,
  run: async ({ services: { db }, actor, body }) => Response.json(await changeMe(db, actor, body)),
});
