import { handle } from '@/app/_gateway/handle';
import { bodyOf, declaredLength } from '@/app/_gateway/request-body';
import { uploadFileQuery } from '@/contracts/entries';
import { uploadFile } from '@/server/drive/upload-file';

export const PUT = handle({
  query: uploadFileQuery,
  async run({ services, request, actor, query }) {
    const upload = { ...query, source: bodyOf(request), declaredBytes: declaredLength(request) };
    const { entry, replaced } = await uploadFile(services, actor, upload);
    return Response.json(entry, { status: replaced ? 200 : 201 });
  },
});
