import { handle } from '@/app/_gateway/handle';
import { shareBatchInput } from '@/contracts/shares';
import { cancelShares } from '@/server/shares/cancel-shares';

export const POST = handle({
  body: shareBatchInput,
  async run({ services: { db }, actor, body }) {
    return Response.json(await cancelShares(db, actor, body.shareBatchNums));
  },
});
