import path from 'node:path';
import { expect, test } from 'vitest';
import { ADAPTERS, IMPORT_RULES } from './import-rules';
import { isTest, readSourceFiles, type SourceFile } from './source-files';

const sources = readSourceFiles();
const shipped = sources.filter(({ file }) => !isTest(file));
const byName = new Map(sources.map((source) => [source.file.replace(/\.(ts|tsx|mjs)$/, ''), source]));
const MAX_LINES = 250;
const MAX_FILES = 21;

function ruleOf(file: string) {
  return IMPORT_RULES.find(({ files }) => files.test(file));
}

test.each(IMPORT_RULES)('$folder imports only what it may', (rule) => {
  const governed = sources.filter(
    ({ file }) => ruleOf(file) === rule && (rule.folder === 'e2e/' || !isTest(file)),
  );
  expect(governed).not.toEqual([]);
  const wrong = governed.flatMap(({ file, imports }) =>
    imports
      .filter((name) => !rule.may.some((allowed) => allowed.test(name)))
      .map((name) => `${file} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('adapters are named by server/services.ts, their own parts, tests and benchmarks alone, in types too', () => {
  const wrong = shipped
    .filter(({ file }) => file !== 'server/services.ts' && !ADAPTERS.test(file) && !file.startsWith('bench/'))
    .flatMap(({ file, imports, typeImports }) =>
      [...imports, ...typeImports].filter((name) => ADAPTERS.test(name)).map((name) => `${file} → ${name}`),
    );
  expect(wrong).toEqual([]);
});

/** Also what a client file imports ships to the browser, with or without the words 'use client'. */
function reachedByBrowser(): SourceFile[] {
  const reached = new Set(shipped.filter(({ text }) => /^'use client'/.test(text)));
  for (const { imports } of reached) {
    for (const name of imports) {
      const next = byName.get(name) ?? byName.get(`${name}/index`);
      if (next && !/^['"]use server['"]/.test(next.text)) reached.add(next);
    }
  }
  return [...reached];
}

test('nothing that reaches the browser imports server code', () => {
  const reached = reachedByBrowser();
  expect(reached.length).toBeGreaterThan(50);
  const wrong = reached.flatMap(({ file, imports }) =>
    imports
      .filter((name) => /^(server|workers|prisma|app\/_gateway|scripts)\/|^node:|^server-only$/.test(name))
      .map((name) => `${file} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

/** The files that contain something they must not, with the words found. */
function filesWith(pattern: RegExp, exempt: RegExp): string[] {
  return shipped
    .filter(({ file }) => !exempt.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`));
}

test('the environment is read by server/config.ts alone', () => {
  // Handing it over whole is not reading it, nor is setting what a library reads.
  const reading = /(?<!readConfig\(|findDatabaseUrl\(|\{ \.\.\.)process\.env\b(?!\.\w+ \?\?=)/g;
  expect(filesWith(reading, /^(scripts|bench)\/|config\.\w+$/)).toEqual([]);
});

test('which engine is behind a port is asked in server/services.ts alone', () => {
  expect(filesWith(/\bconfig\.(queue|search)\.kind\b/g, /^server\/services\.ts$/)).toEqual([]);
});

test('transactions that write are opened in server/outbox alone, so that no change goes without its events', () => {
  const opened = /^server\/(outbox\/|database\/read-snapshot\.ts$)/;
  expect(filesWith(/\.\$transaction\(/g, opened)).toEqual([]);
});

test('no error is silenced and nothing is left to do', () => {
  expect(
    filesWith(/@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX)\b|catch(\s*\(\w+\))?\s*\{\s*\}/g, /^$/),
  ).toEqual([]);
});

test('files are small and named for what they do', () => {
  const long = shipped
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  expect(long).toEqual([]);
  const vague = sources.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/|$)/.test(file));
  expect(vague.map(({ file }) => file)).toEqual([]);
});

test('folders are small enough to be read at a glance', () => {
  const counts = new Map<string, number>();
  for (const { file } of shipped) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  const full = [...counts]
    .filter(([, count]) => count > MAX_FILES)
    .map(([folder, count]) => `${folder}: ${count}`);
  expect(full).toEqual([]);
});
