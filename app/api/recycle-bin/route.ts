import { handle } from '@/app/_gateway/handle';
import { recycleBinQuery } from '@/contracts/entries';
import { emptyRecycleBin } from '@/server/drive/recycle-bin/empty-recycle-bin';
import { listRecycleBin } from '@/server/drive/recycle-bin/list-recycle-bin';

export const GET = handle({
  query: recycleBinQuery,
  async run({ services, actor, query }) {
    return Response.json(await listRecycleBin(services.db, actor, query));
  },
});

export const DELETE = handle({
  async run({ services, actor }) {
    await emptyRecycleBin(services.db, actor);
    return new Response(null, { status: 204 });
  },
});
