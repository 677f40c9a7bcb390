import { statusOf } from '@/app/_gateway/error-response';
import { handlePublic } from '@/app/_gateway/handle';
import { openApiDocument } from './openapi-document';

export const GET = handlePublic({
  run: async () => Response.json(openApiDocument(statusOf)),
});
