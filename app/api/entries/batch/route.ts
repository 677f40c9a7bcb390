import { handle } from '@/app/_gateway/handle';
import { batchInput } from '@/contracts/entries';
import { runBatch } from '@/server/drive/run-batch';

export const POST = handle({
  body: batchInput,
  async run({ services, actor, body }) {
    return Response.json(await runBatch(services.db, actor, body));
  },
});
