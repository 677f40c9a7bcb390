import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SERVICES = ['PostgreSQL', 'RabbitMQ', 'Elasticsearch', 'Chromium'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What a test file, or a helper it imports, says when it cannot do without a service. */
const SIGNS: Record<ServiceName, RegExp> = {
  PostgreSQL: /TEST_POSTGRES_URL/,
  RabbitMQ: /TEST_AMQP_URL|mode: 'real'/,
  Elasticsearch: /TEST_ELASTICSEARCH_URL|mode: 'real'/,
  Chromium: /@playwright\/test/,
};
/** Needs the services of a mode only when asked for that mode: MODES offers what can be had. */
const OFFERS_MODES = 'tests/start-netdisk.ts';

/** The services that scripts/run-tests could not come by, as it tells in TEST_MISSING. */
export function missingServices(env: Record<string, string | undefined>): ServiceName[] {
  const told = (env.TEST_MISSING ?? '').split(',');
  return SERVICES.filter((name) => told.includes(name));
}

/** True where the real mode cannot be tested. */
export function lacksRealMode(missing: ServiceName[]): boolean {
  return missing.some((name) => name !== 'Chromium');
}

/** The test files that cannot run at all, and those whose suites run once per mode and lose one. */
export function findSkippedFiles(
  missing: ServiceName[],
  root: string,
): { whole: string[]; oneMode: string[] } {
  if (missing.length === 0) return { whole: [], oneMode: [] };
  const files = listTestFiles(root);
  const whole = files.filter((file) => {
    const texts = readWithHelpers(file, root, new Set());
    return missing.some((name) => texts.some((text) => SIGNS[name].test(text)));
  });
  const rest = files.filter((file) => !whole.includes(file));
  const perMode = (file: string) => /\bMODES\b/.test(readFileSync(path.join(root, file), 'utf8'));
  return { whole, oneMode: lacksRealMode(missing) ? rest.filter(perMode) : [] };
}

function listTestFiles(root: string): string[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((item) => item.isDirectory() && item.name !== 'node_modules' && !item.name.startsWith('.'))
    .map((item) => item.name);
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => path.join(folder, file)),
  );
}

/** The text of a file and of all it imports from tests/. */
function readWithHelpers(file: string, root: string, seen: Set<string>): string[] {
  if (seen.has(file) || file === OFFERS_MODES) return [];
  seen.add(file);
  const text = readFileSync(path.join(root, file), 'utf8');
  const imported = [...text.matchAll(/from '(\.{1,2}\/[^']+|@\/tests\/[^']+)'/g)].map(([, name = '']) =>
    name.startsWith('@/') ? `${name.slice(2)}.ts` : path.join(path.dirname(file), `${name}.ts`),
  );
  const helpers = imported.filter((name) => name.startsWith('tests/') && existsSync(path.join(root, name)));
  return [text, ...helpers.flatMap((name) => readWithHelpers(name, root, seen))];
}
