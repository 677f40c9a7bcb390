import { extractContent } from '@/server/content/extract-content';
import { removeLeftoverCopies } from '@/server/content/remove-leftover-copies';
import type { HandlingOutcome, IncomingMessage } from '@/server/queue/queue';
import type { Services } from '@/server/services';
import type { Worker } from './worker';

/** One file at a time: reading one may take all the memory and time it is allowed. */
const CONSUMING = { batchSize: 1, concurrency: 1 };

/** Reads the text of new files, so that they are found by what stands in them. */
export const extractor: Worker = {
  name: 'extractor',
  async start(services) {
    const copies = await removeLeftoverCopies();
    if (copies > 0) services.log.info({ copies }, 'copies that a killed extractor left were removed');
    return services.queue.consume('queue.file.extract', CONSUMING, (messages) =>
      Promise.all(messages.map((message) => extractOne(services, message))),
    );
  },
};

async function extractOne(services: Services, { event }: IncomingMessage): Promise<HandlingOutcome> {
  if (event.type !== 'content.extraction-requested') {
    return { kind: 'failed', reason: `An event of type ${event.type} asks for no text.` };
  }
  await extractContent(services, event);
  return { kind: 'done' };
}
