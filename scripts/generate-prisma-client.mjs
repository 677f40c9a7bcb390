// `npm run generate`: after a change of prisma/schema.prisma.
import { generatePrismaClient } from './prepare/generate-prisma-client.mjs';
import { fail } from './prepare/report-progress.mjs';

await generatePrismaClient({ always: true }).catch(fail);
