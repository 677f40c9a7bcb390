import { handle } from '@/app/_gateway/handle';
import { changeEntryInput, deleteEntryQuery, entryParams } from '@/contracts/entries';
import { changeEntry } from '@/server/drive/change-entry';
import { readEntry } from '@/server/drive/read-entry';
import { deleteEntry } from '@/server/drive/recycle-bin/delete-entry';

export const GET = handle({
  params: entryParams,
  async run({ services, actor, params }) {
    return Response.json(await readEntry(services.db, actor, params.entryId));
  },
});

export const PATCH = handle({
  params: entryParams,
  body: changeEntryInput,
  async run({ services, actor, params, body }) {
    return Response.json(await changeEntry(services.db, actor, params.entryId, body));
  },
});

export const DELETE = handle({
  params: entryParams,
  query: deleteEntryQuery,
  async run({ services, actor, params, query }) {
    await deleteEntry(services.db, actor, { id: params.entryId, permanent: query.permanent === 'true' });
    return new Response(null, { status: 204 });
  },
});
