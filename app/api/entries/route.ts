import { handle } from '@/app/_gateway/handle';
import { createEntryInput, listFolderQuery } from '@/contracts/entries';
import { createEntry } from '@/server/drive/create-entry';
import { listFolder } from '@/server/drive/list-folder';

export const GET = handle({
  query: listFolderQuery,
  async run({ services, actor, query }) {
    return Response.json(await listFolder(services.db, actor, query));
  },
});

export const POST = handle({
  body: createEntryInput,
  async run({ services, actor, body }) {
    return Response.json(await createEntry(services, actor, body), { status: 201 });
  },
});
