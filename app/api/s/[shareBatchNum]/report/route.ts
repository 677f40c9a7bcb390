import { z } from 'zod';
import { clientAddress } from '@/app/_gateway/cookies';
import { handlePublic } from '@/app/_gateway/handle';
import { readShareVisit } from '@/app/_gateway/share-visit';
import { reportShareInput } from '@/contracts/share-reports';
import { createReportLimiter, reportShare } from '@/server/shares/visit/report-share';

const limiter = createReportLimiter();

export const POST = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  body: reportShareInput,
  async run({ services, request, params, body }) {
    const visit = readShareVisit(services, request.headers, params.shareBatchNum);
    await reportShare(services.db, limiter, visit, { ...body, address: clientAddress(request.headers) });
    return new Response(null, { status: 204 });
  },
});
