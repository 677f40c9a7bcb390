import { z } from 'zod';
import { clientAddress } from '@/app/_gateway/cookies';
import { handlePublic } from '@/app/_gateway/handle';
import { readVisitor, unlockCookies } from '@/app/_gateway/share-visit';
import { unlockInput } from '@/contracts/shares';
import { createCodeLimiter } from '@/server/shares/visit/code-limiter';
import { unlockShare } from '@/server/shares/visit/unlock-share';

const limiter = createCodeLimiter();

export const POST = handlePublic({
  params: z.object({ shareBatchNum: z.string() }),
  body: unlockInput,
  async run({ services, request, params: { shareBatchNum }, body }) {
    const { sessionSecret } = services.config;
    const proof = await unlockShare(services, limiter, sessionSecret, {
      shareBatchNum,
      extractionCode: body.extractionCode,
      address: clientAddress(request.headers),
      visitor: readVisitor(sessionSecret, request.headers, shareBatchNum),
    });
    const response = new Response(null, { status: 204 });
    for (const line of proof ? unlockCookies(services, request.headers, shareBatchNum, proof) : []) {
      response.headers.append('Set-Cookie', line);
    }
    return response;
  },
});
