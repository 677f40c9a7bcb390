import { handlePublic } from '@/app/_gateway/handle';
import { NetdiskError } from '@/server/errors';
import { checkReadiness } from '@/server/health/check-readiness';

export const GET = handlePublic({
  async run({ services }) {
    const readiness = await checkReadiness(services);
    if (readiness.status === 'unavailable') {
      const { database, blobs } = readiness.checks;
      throw new NetdiskError('unavailable', `Not ready: database ${database}, blobs ${blobs}.`);
    }
    return Response.json(readiness);
  },
});
