import { liveEventStream } from '@/app/_gateway/event-stream';
import { handle } from '@/app/_gateway/handle';

export const GET = handle({
  run: async ({ services, actor, request }) => liveEventStream(services, actor, request),
});
