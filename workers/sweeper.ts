import { sweepEndedSessions } from '@/server/accounts/sweep-ended-sessions';
import { collectBlobs } from '@/server/drive/collect-blobs';
import { removePurgedStubs } from '@/server/drive/remove-purged-stubs';
import { giveEndNotices } from '@/server/shares/notices/give-end-notices';
import { sweepExpiredShares } from '@/server/shares/sweep-expired-shares';
import { trimActivity } from '@/server/shares/trim-activity';
import { repeatAll } from './repeat';
import type { Worker } from './worker';

const MINUTE = 60;

/** Does what no message was sent for, or whose message was lost. Several at once share the work. */
export const sweeper: Worker = {
  name: 'sweeper',
  async start({ db, blobs, log }) {
    return repeatAll(
      [
        {
          name: 'expired shares',
          // Whatever becomes of the broker and of those who read from it, a share is marked a second late at most.
          everySeconds: 0.5,
          async run() {
            const shares = await sweepExpiredShares(db, { lateMs: 300 });
            if (shares > 0) log.warn({ shares }, 'shares ended without their message');
          },
        },
        {
          name: 'shares that end within a day',
          everySeconds: MINUTE,
          async run() {
            const notices = await giveEndNotices(db);
            if (notices > 0) log.info({ notices }, 'owners were told that shares end');
          },
        },
        {
          name: 'unneeded bytes',
          everySeconds: 10 * MINUTE,
          async run() {
            const collected = await collectBlobs({ db, blobs });
            if (Object.values(collected).some((count) => count > 0))
              log.info(collected, 'bytes were collected');
          },
        },
        {
          name: 'purged entries, ended sessions and old activity',
          everySeconds: 10 * MINUTE,
          async run() {
            const stubs = await removePurgedStubs(db);
            const sessions = await sweepEndedSessions(db);
            const activity = await trimActivity(db);
            if (stubs + sessions + activity > 0)
              log.info({ stubs, sessions, activity }, 'old rows were removed');
          },
        },
      ],
      log,
    );
  },
};
