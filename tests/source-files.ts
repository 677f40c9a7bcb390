import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What one source file imports when it runs, and what only for its types: `server/errors`, `zod`, `node:fs`. */
export interface SourceFile {
  file: string;
  text: string;
  imports: string[];
  typeImports: string[];
}

const ROOT = path.resolve(import.meta.dirname, '..');
const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?([^'";]*?)from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;

/** All TypeScript of the project but what is generated. */
export function readSourceFiles(): SourceFile[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .flatMap((item) => {
      if (item.isFile()) return [item.name];
      if (item.name.startsWith('.') || item.name === 'node_modules' || item.name === 'data') return [];
      return readdirSync(path.join(ROOT, item.name), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(item.name, name),
      );
    })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .filter((file) => !file.startsWith('prisma/generated/'))
    .sort()
    .map(readSourceFile);
}

export function isTest(file: string): boolean {
  return /\.(test|contract|spec)\.tsx?$/.test(file) || /^(tests|e2e)\/|\/contract\//.test(file);
}

function readSourceFile(file: string): SourceFile {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const imports: string[] = [];
  const typeImports: string[] = [];
  for (const [, type, names = '', from, bare, dynamic] of text.matchAll(IMPORT)) {
    const target = resolveImport(file, from ?? bare ?? dynamic ?? '');
    (type || hasOnlyTypes(names) ? typeImports : imports).push(target);
  }
  return { file, text, imports, typeImports };
}

/** `import { type A, type B }` leaves nothing behind, either. */
function hasOnlyTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  return inner
    .split(',')
    .filter((name) => name.trim())
    .every((name) => name.trim().startsWith('type '));
}

function resolveImport(file: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return path.normalize(path.join(path.dirname(file), target));
  return target;
}
