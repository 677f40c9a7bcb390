import { z } from 'zod';
import { clientAddress } from '@/app/_gateway/cookies';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { reportShareInput } from '@/contracts/share-reports';
import { NetdiskError } from '@/server/errors';
import { createAddressLimiter } from '@/server/shares/visit/address-limiter';
import { reportShare } from '@/server/shares/visit/report-share';

const limiter = createAddressLimiter({
  points: 5,
  seconds: 600,
  refuse: (retryAfterSeconds) =>
    new NetdiskError('rate_limited', 'Too many reports. What you sent before has arrived.', {
      retryAfterSeconds,
    }),
});

export const POST = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  body: reportShareInput,
  async run({ services, request, params, body }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    await reportShare(services.db, limiter, visit, { ...body, address: clientAddress(request.headers) });
    return new Response(null, { status: 204 });
  },
});
