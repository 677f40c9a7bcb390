import type { Config } from '../../server/config';
import { migrate } from '../../server/database/migrate';
import { createLog } from '../../server/log';
import { choosePort } from './choose-port';
import { connectDatabase } from './connect-database';
import { checkEnvironment, type Environment, isDatabaseEmbedded, isRealMode } from './environment';
import { type KeptProcess, keepRunning } from './keep-running';
import { launchNode } from './launch-node';
import { recordProcesses } from './record-processes';
import { reportUnreachable } from './report-unreachable';
import { restartOnChange } from './restart-on-change';
import { keepSessionSecret } from './session-secret';
import { startEmbeddedDatabase } from './start-embedded-database';
import { stopOnSignal } from './stop-in-order';
import { whenServing } from './when-serving';

/** Uploads and downloads under way may end in this time; with it a stop takes about ten seconds at most. */
const DRAIN_MS = 7_000;
const WORKERS = ['outbox-relay', 'indexer', 'extractor', 'share-expiry', 'reconciler', 'sweeper'];

/**
 * Runs Netdisk until SIGINT or SIGTERM: the database, the web server and the workers, each started again when it
 * ends. Prints the one line on stdout when requests are served.
 * @throws {Error} when starting cannot succeed, in words for whoever typed the command.
 */
export async function supervise(given: Environment, { dev }: { dev: boolean }): Promise<void> {
  const config = checkEnvironment(given);
  const log = createLog(config.logLevel, 'supervisor');
  const onStop = stopOnSignal(log);
  const port = await choosePort(config.host, given.PORT);
  const url = `http://${nameInLinks(config.host)}:${port}`;
  const record = recordProcesses(config.dataDir);
  onStop('record', record.remove);

  if (isDatabaseEmbedded(given)) {
    config.database.url = await startEmbeddedDatabase({ dataDir: config.dataDir, log, record, onStop });
    if (!given.NEXTAUTH_SECRET) config.sessionSecret = await keepSessionSecret(config.dataDir);
  } else {
    await connectDatabase(config.database.url, say);
  }
  const applied = await migrate(config.database.url);
  if (applied.length > 0) say(`Tables brought up to date: ${applied.join(', ')}`);
  await reportUnreachable(given, say);

  const env = childEnvironment(given, { config, port, url, dev });
  const serving = whenServing(url);
  keep('web', () => serving.watch(launchNode('scripts/web-server.ts', [], env)));
  const workers = isRealMode(given)
    ? WORKERS.map((name) => keep(name, () => launchNode('workers/main.ts', [name], env)))
    : [keep('workers', () => launchNode('workers/main.ts', [], env))];
  if (dev) restartOnChange(workers);
  await serving.ready();
  process.stdout.write(`Netdisk is ready at ${url}\n`);

  function keep(name: string, launch: () => ReturnType<typeof launchNode>): KeptProcess {
    const kept = keepRunning({
      name,
      launch,
      stopSignal: 'SIGTERM',
      graceMs: DRAIN_MS,
      log,
      onChange: record.change,
    });
    onStop('programs', kept.stop);
    return kept;
  }
}

/** What was given, and with it all that the start found out or made. */
function childEnvironment(
  given: Environment,
  { config, port, url, dev }: { config: Config; port: number; url: string; dev: boolean },
): NodeJS.ProcessEnv {
  return {
    ...given,
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.database.url,
    HOST: config.host,
    PORT: String(port),
    NEXTAUTH_SECRET: config.sessionSecret,
    NEXTAUTH_URL: given.NEXTAUTH_URL || url,
    NODE_ENV: dev ? 'development' : 'production',
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What a browser on this machine can open: a wildcard is no address, and IPv6 stands in brackets. */
function nameInLinks(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
