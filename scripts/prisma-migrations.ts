// `npm run migration:new -- NAME` after a change of prisma/schema.prisma; `status` and `drift` tell whether a
// database holds what the files say (a test asks the same). Needs a database: DATABASE_URL or a running Netdisk.
import { mkdir, writeFile } from 'node:fs/promises';
import { findDatabaseUrl } from '../server/database/find-database-url';
import { findDrift, findStatusProblems } from './migrations/compare-schema';
import { draftMigration } from './migrations/draft-migration';

async function run(command: string | undefined, name: string | undefined): Promise<void> {
  const url = await findDatabaseUrl(process.env);
  switch (command) {
    case 'new': {
      if (!name || !/^[a-z0-9_]+$/.test(name)) {
        throw new Error(
          'Name the migration in lower-case letters, digits and _: migration:new -- add_labels',
        );
      }
      const sql = await draftMigration(url);
      return print(
        sql === null ? 'Nothing changed.' : `${await save(name, sql)}: read it before you commit it.`,
      );
    }
    case 'status': {
      const problems = await findStatusProblems(url);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return print('All migrations are applied.');
    }
    case 'drift': {
      const sql = await findDrift(url);
      if (sql !== null)
        throw new Error(`The database is not what schema.prisma says. To become that:\n${sql}`);
      return print('The database is what schema.prisma says.');
    }
    default:
      throw new Error('Usage: prisma-migrations.ts new NAME | status | drift');
  }
}

async function save(name: string, sql: string): Promise<string> {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `prisma/migrations/${time}_${name}`;
  await mkdir(folder);
  await writeFile(`${folder}/migration.sql`, sql);
  return `${folder}/migration.sql`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

run(process.argv[2], process.argv[3]).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
