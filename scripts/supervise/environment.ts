import { type Config, readConfig } from '../../server/config';

export type Environment = Record<string, string | undefined>;

/**
 * Checks the environment before anything slow is begun. What the start itself finds or makes later (the embedded
 * database, its secret) is stood in for.
 * @throws {Error} naming each wrong variable.
 */
export function checkEnvironment(env: Environment): Config {
  if (!isDatabaseEmbedded(env)) return readConfig(env);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  return readConfig({
    DATABASE_URL: 'postgresql://127.0.0.1/netdisk',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    ...given,
  });
}

/** True where the database, and with it the secret of the sessions, lives in the data folder. */
export function isDatabaseEmbedded(env: Environment): boolean {
  return !env.DATABASE_URL;
}

/** The real mode as a whole: each worker is then a process of its own, as it would be on many machines. */
export function isRealMode(env: Environment): boolean {
  return Boolean(env.DATABASE_URL && env.AMQP_URL && env.ELASTICSEARCH_URL);
}
