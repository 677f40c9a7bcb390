import type { Log } from '../../server/log';

/** The web server and the workers end before the database they use; the record of processes goes last. */
const ORDER = ['programs', 'database', 'record'] as const;

type StopPhase = (typeof ORDER)[number];
export type OnStop = (phase: StopPhase, stop: () => Promise<void>) => void;

/** On SIGINT or SIGTERM ends what was started so far, phase by phase, and then this process with 0. */
export function stopOnSignal(log: Log): OnStop {
  const stops: Record<StopPhase, (() => Promise<void>)[]> = { programs: [], database: [], record: [] };
  let stopping = false;

  async function stopAll(signal: NodeJS.Signals): Promise<void> {
    // A terminal and npm both pass on Ctrl-C: the second arrival of one wish changes nothing.
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    for (const phase of ORDER) await Promise.all(stops[phase].map((stop) => stop()));
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopAll(signal).then(
        () => process.exit(0),
        (error) => {
          log.fatal({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
  return (phase, stop) => stops[phase].push(stop);
}
