import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
// The package's own entry imports a .wasm file, which Node 20 does not do without a flag.
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg';

export type SchemaEngine = bindings.SchemaEngine;

/** PostgreSQL's internal type "char", and the one it is told as until the engine is told better. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Runs Prisma's own schema engine, in WebAssembly, on a database: the program that `prisma migrate` wants to
 * download does the same. For development and tests only; what a start applies is server/database/migrate.ts.
 * @param schemaFiles path and content of each.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  schemaFiles: [string, string][],
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  instantiated ??= instantiate();
  await instantiated;
  // One connection: the engine's advisory lock and its work have to share a session.
  const pool = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  const adapters = bindMigrationAwareSqlAdapterFactory(
    Object.assign(factory, { connect: async () => tellCharColumns(await connect(), pool) }),
  );
  const engine = await bindings.SchemaEngine.new({ datamodels: schemaFiles }, () => undefined, adapters);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Once per process: the bindings keep views into the memory of the instance they were first given. */
let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  // Without it a panic of the engine hides behind a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(`${text}\n`) },
  });
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, {
    // The generated bindings are the module's only imports, under the name they were generated with.
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('The schema engine has no entry point.');
  start();
}

/**
 * The engine's catalogue queries return "char" columns. adapter-pg 7.10 refuses the type, and the engine panics
 * when it is told that they are text: they must be named `Character`. The engine asks one query at a time.
 */
function tellCharColumns(adapter: SqlDriverAdapter, pool: Pool): SqlDriverAdapter {
  let charColumns: number[] = [];
  // adapter-pg calls it in this one of its many forms.
  const query = pool.query.bind(pool) as (config: QueryArrayConfig) => Promise<QueryArrayResult>;
  Object.assign(pool, {
    async query(config: QueryArrayConfig): Promise<QueryArrayResult> {
      const result = await query(config);
      charColumns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
      for (const index of charColumns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT_OID });
      return result;
    },
  });
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async queryRaw(...call: Parameters<SqlDriverAdapter['queryRaw']>) {
      const result = await queryRaw(...call);
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
  });
}
