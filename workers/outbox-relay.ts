import { relayOutbox } from '@/server/outbox/relay-outbox';
import type { Worker } from './worker';

/** Carries what was committed to the queues. */
export const outboxRelay: Worker = {
  name: 'outbox-relay',
  async start({ config, db, queue, log }) {
    return relayOutbox({ db, databaseUrl: config.database.url, queue, log });
  },
};
