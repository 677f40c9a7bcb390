import { Client } from 'pg';
import type { Log } from '@/server/log';
import { backOffMs, createWakeUp } from '@/server/wake-up';

export interface PostgresListener {
  close(): Promise<void>;
}

export interface ListenerSource {
  databaseUrl: string;
  channel: string;
  log: Log;
}

export interface ListenerEvents {
  onNotify(payload: string): void;
  /** After every connect, the first one included: what was sent in between is lost, so look for yourself. */
  onConnect(): void;
}

/** A connection that only listens would not notice that the other side is gone. */
const PING_MS = 30_000;
const ANSWER_TIMEOUT_MS = 10_000;

/** Listens on one NOTIFY channel over a connection of its own, and connects again with back-off when that is lost. */
export function listenToPostgres(source: ListenerSource, events: ListenerEvents): PostgresListener {
  const wakeUp = createWakeUp();
  let current: Client | undefined;
  let closing = false;

  async function keepListening(): Promise<void> {
    for (let failures = 0; !closing; failures += 1) {
      const client = openClient(source.databaseUrl);
      const over = whenOver(client);
      current = client;
      try {
        // A connection that is ended while it is being made resolves nothing by itself.
        await Promise.race([startListening(client), over]);
        failures = 0;
        await pingUntil(client, over);
      } catch (error) {
        if (!closing)
          source.log.warn({ err: error, channel: source.channel }, 'PostgreSQL is not listened to');
      }
      await endQuietly(client);
      if (!closing) await wakeUp.wait(backOffMs(failures));
    }
  }

  async function startListening(client: Client): Promise<void> {
    client.on('notification', ({ payload }) => events.onNotify(payload ?? ''));
    await client.connect();
    await client.query(`LISTEN ${source.channel}`);
    events.onConnect();
  }

  async function endQuietly(client: Client): Promise<void> {
    try {
      await client.end();
    } catch (error) {
      source.log.debug({ err: error }, 'the listening connection was over already');
    }
  }

  const running = keepListening();
  return {
    async close() {
      closing = true;
      wakeUp.wake();
      if (current) await endQuietly(current);
      await running;
    },
  };
}

function openClient(connectionString: string): Client {
  return new Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    application_name: 'netdisk listener',
  });
}

/** Rejects when the connection is over, for whatever reason. */
function whenOver(client: Client): Promise<never> {
  return new Promise((_resolve, reject) => {
    client.on('error', reject);
    client.on('end', () => reject(new Error('The connection was ended.')));
  });
}

/** Throws when the connection is over or no longer answers. */
async function pingUntil(client: Client, over: Promise<never>): Promise<void> {
  const ping = setInterval(() => {
    // A ping that fails ends the connection, which ends the wait below.
    client.query('SELECT 1').catch(() => client.end());
  }, PING_MS);
  try {
    await over;
  } finally {
    clearInterval(ping);
  }
}
