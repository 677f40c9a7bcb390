import type { NetdiskEvent } from '@/contracts/events';
import { extractContent } from '@/server/content/extract-content';
import { removeLeftoverCopies } from '@/server/content/process/remove-leftover-copies';
import { makeThumbnail } from '@/server/content/thumbnail/make-thumbnail';
import type { BatchHandler } from '@/server/queue/queue';
import { stopTogether, type Worker } from './worker';

/** One file of each kind at a time: reading one may take all the memory and time it is allowed. */
const CONSUMING = { batchSize: 1, concurrency: 1 };

/**
 * Reads new files: their text, so that they are found by it, and thumbnails of pictures. Each has its queue: a picture
 * that somebody looks at must not wait behind documents that take 30 s each.
 */
export const extractor: Worker = {
  name: 'extractor',
  async start(services) {
    const copies = await removeLeftoverCopies();
    if (copies > 0) services.log.info({ copies }, 'copies that a killed extractor left were removed');
    const readText = handler('content.extraction-requested', (event) => extractContent(services, event));
    const makePicture = handler('content.thumbnail-requested', (event) => makeThumbnail(services, event));
    return stopTogether([
      await services.queue.consume('queue.file.extract', CONSUMING, readText),
      await services.queue.consume('queue.file.thumbnail', CONSUMING, makePicture),
    ]);
  },
};

type EventOf<Type extends NetdiskEvent['type']> = Extract<NetdiskEvent, { type: Type }>;

/** Handles the one type of event that a queue is for; any other in it can never succeed. */
function handler<Type extends NetdiskEvent['type']>(
  type: Type,
  handle: (event: EventOf<Type>) => Promise<void>,
): BatchHandler {
  const isWanted = (event: NetdiskEvent): event is EventOf<Type> => event.type === type;
  return (messages) =>
    Promise.all(
      messages.map(async ({ event }) => {
        if (!isWanted(event)) {
          return { kind: 'failed', reason: `An event of type ${event.type} does not belong here.` };
        }
        await handle(event);
        return { kind: 'done' };
      }),
    );
}
