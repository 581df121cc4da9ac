import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm';
import { SnakeCase } from './naming.js';

/** The class that TypeORM wants, made of one SQL file `<13 digits>-<name>.sql`. */
function migrationOf(folder: string, file: string): new () => MigrationInterface {
  const [, stamp, name] = /^(\d{13})-([\w-]+)\.sql$/.exec(file) ?? [];
  if (!stamp || !name) throw new Error(`migrations/${file}: the name must be <13 digits>-<name>.sql`);
  return class implements MigrationInterface {
    readonly name = `${name}${stamp}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(join(folder, file), 'utf8'));
    }
    async down(): Promise<void> {
      throw new Error('Migrations go forward only.');
    }
  };
}

/**
 * Runs the SQL files of a folder that this database has not seen, in the order of their stamps and in one
 * transaction: after a failure the database is as it was. Returns how many ran.
 */
export async function migrate(adminUrl: string, folder = 'migrations'): Promise<number> {
  const files = readdirSync(folder).filter(file => file.endsWith('.sql')).sort();
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    installExtensions: false,
    migrationsTransactionMode: 'all',
    migrations: files.map(file => migrationOf(folder, file)),
  });
  await source.initialize();
  try {
    // Two starts on one database must not both find the same file unseen.
    const turn = source.createQueryRunner();
    await turn.query(`SELECT pg_advisory_lock(hashtext('migrations'))`);
    try {
      return (await source.runMigrations()).length;
    } finally {
      await turn.query(`SELECT pg_advisory_unlock(hashtext('migrations'))`);
      await turn.release();
    }
  } finally {
    await source.destroy();
  }
}

/** Opens the application's pool. Statements of one connection travel together, without waiting for each other's answer. */
export function openDataSource(url: string, entities: NonNullable<DataSourceOptions['entities']>, poolSize = 10): Promise<DataSource> {
  return new DataSource({ type: 'postgres', url, entities, namingStrategy: new SnakeCase(), installExtensions: false, poolSize, extra: { pipeline: true } }).initialize();
}
