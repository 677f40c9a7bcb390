import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { environmentNames, readConfig } from '@/server/config';

/** Each variable of .env.example with its value, though commented out. */
async function readExample(): Promise<Map<string, string>> {
  const text = await readFile('.env.example', 'utf8');
  return new Map([...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

test('.env.example names every variable that is read, and no other', async () => {
  expect([...(await readExample()).keys()].sort()).toEqual([...environmentNames].sort());
});

test('what .env.example shows is valid, and for numbers and names the default', async () => {
  const example = await readExample();
  const needed = { DATABASE_URL: example.get('DATABASE_URL'), NEXTAUTH_SECRET: 'x'.repeat(32) };
  const shown = readConfig({ ...Object.fromEntries(example), ...needed });
  const defaults = readConfig(needed);
  for (const key of ['host', 'port', 'dataDir', 'maxFileBytes', 'defaultQuotaBytes', 'logLevel'] as const) {
    expect([key, shown[key]]).toEqual([key, defaults[key]]);
  }
  expect(shown.search).toMatchObject({ kind: 'elasticsearch', alias: 'file_search' });
});

test('a wrong variable is named with what it must be, and its value is not repeated', () => {
  const env = { DATABASE_URL: 'mysql://secret', NEXTAUTH_SECRET: '', PORT: '99999' };
  const reading = () => readConfig(env);
  expect(reading).toThrow(/PORT/);
  expect(reading).toThrow(/DATABASE_URL: must be an address such as postgresql:/);
  expect(reading).toThrow(/NEXTAUTH_SECRET: is not set; it must be at least 32 characters/);
  expect(reading).not.toThrow(/mysql|99999/);
});
