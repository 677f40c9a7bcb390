import { handle } from '@/app/_gateway/handle';
import { listReports } from '@/server/shares/reports/list-reports';

export const GET = handle({
  run: async ({ services: { db, config }, actor }) => Response.json(await listReports(db, actor, config)),
});
