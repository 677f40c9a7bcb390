import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList, SchemasWithConfigDir } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { type SchemaEngine, withSchemaEngine } from './schema-engine';

const SCHEMA = path.resolve('prisma/schema.prisma');
const MIGRATIONS = path.resolve('prisma/migrations');
/** Nothing in the database is anybody else's. */
const FILTERS = { externalTables: [], externalEnums: [] };

/** What is wrong with the migrations recorded in a database, as lines; none when all are applied as they are. */
export async function findStatusProblems(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  const found = await withEngine(databaseUrl, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: FILTERS }),
  );
  return [
    ...(found.hasMigrationsTable ? [] : ['No migration was ever applied.']),
    ...found.editedMigrationNames.map((name) => `${name} was edited after it was applied.`),
    ...found.failedMigrationNames.map((name) => `${name} failed.`),
    ...(found.history ? [`Files and database differ: ${JSON.stringify(found.history)}`] : []),
  ];
}

/** The SQL that would make a database what schema.prisma says; null when it is that already. */
export async function findDrift(databaseUrl: string): Promise<string | null> {
  const files = (await readSchema()).map(([file, content]) => ({ path: file, content }));
  const from: SchemasWithConfigDir = { files, configDir: path.dirname(SCHEMA) };
  const { exitCode, stdout } = await withEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', ...from },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: FILTERS,
    }),
  );
  return exitCode === 0 ? null : stdout;
}

async function withEngine<Result>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  return withSchemaEngine(databaseUrl, await readSchema(), use);
}

async function readSchema(): Promise<[string, string][]> {
  return [[SCHEMA, await readFile(SCHEMA, 'utf8')]];
}

/** The engine reads no files: it is handed every migration. */
async function readMigrations(): Promise<MigrationList> {
  const found = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = found.filter((item) => item.isDirectory()).map((item) => item.name);
  return {
    baseDir: MIGRATIONS,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
