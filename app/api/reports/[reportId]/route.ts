import { z } from 'zod';
import { handle } from '@/app/_gateway/handle';
import { resolveReportInput } from '@/contracts/share-reports';
import { resolveReport } from '@/server/shares/reports/resolve-report';

export const PATCH = handle({
  params: z.object({ reportId: z.string() }),
  body: resolveReportInput,
  async run({ services, actor, params, body }) {
    await resolveReport(services.db, actor, params.reportId, body);
    return new Response(null, { status: 204 });
  },
});
