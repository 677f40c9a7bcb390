import { z } from 'zod';
import { answerNextAuth } from '@/app/_gateway/answer-next-auth';
import { handlePublic } from '@/app/_gateway/handle';

const params = z.object({ nextauth: z.array(z.string()) });

export const GET = handlePublic({
  params,
  run: ({ services, request, params }) => answerNextAuth(services, request, params.nextauth),
});

export const POST = GET;
