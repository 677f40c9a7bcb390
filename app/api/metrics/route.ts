import { handlePublic } from '@/app/_gateway/handle';
import { metrics } from '@/app/_gateway/metrics';
import { requireOperator } from '@/app/_gateway/require-operator';

export const GET = handlePublic({
  async run({ services, request }) {
    await requireOperator(services, request);
    const { contentType, render } = metrics();
    return new Response(await render(services), { headers: { 'Content-Type': contentType } });
  },
});
