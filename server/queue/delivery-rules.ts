import type { NetdiskEvent } from '@/contracts/events';
import type { QueueName } from './queue';

// Which queue an event goes to and how often it is tried. Both adapters obey this file and add nothing to it.

/** Where a message ends that can never succeed, or was tried too often. Nobody consumes it; a person looks at it. */
export const FAILED_QUEUE = 'queue.file.failed';

/** The queues that workers read, with the routing key that leads to each. */
export const ROUTING_KEYS: Record<QueueName, string> = {
  'queue.file.save': 'key.file.save',
  'queue.file.remove': 'key.file.remove',
  'queue.file.extract': 'key.file.extract',
  'queue.file.thumbnail': 'key.file.thumbnail',
  'deadLetter.queue': 'key.file.dead.letter',
};

/** The queue whose worker handles this event. */
export function queueOf(event: NetdiskEvent): QueueName {
  switch (event.type) {
    case 'entry.saved':
      return 'queue.file.save';
    case 'entry.removed':
      return 'queue.file.remove';
    case 'content.extraction-requested':
      return 'queue.file.extract';
    case 'content.thumbnail-requested':
      return 'queue.file.thumbnail';
    case 'share.expiry-scheduled':
      return 'deadLetter.queue';
  }
}

/** Grows fast enough to spare a service that is down, and ends slow enough to outlast an hour without it. */
const RETRY_DELAYS_SECONDS = [1, 5, 30, 60, 120, 300, 600, 600, 600, 600, 600, 600];

/** Seconds until a message that was tried `attempt` times before is tried again; undefined: no more. */
export function retryDelaySeconds(attempt: number): number | undefined {
  return RETRY_DELAYS_SECONDS[attempt];
}

/**
 * A delivery that ended without any outcome took the process with it, so far as anybody can tell. After this many
 * the message goes to the failed queue. Not fewer: a killed worker counts for every message it had been handed.
 */
export const MAX_DELIVERIES_WITHOUT_OUTCOME = 6;
