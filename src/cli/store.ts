import { existsSync } from 'node:fs';
import { openPostgres, openSqlite } from '../receiver/index.ts';
import type { Store } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Config } from './config-settings.ts';

/** Where requests are kept where nothing else is set. */
const DEFAULT_DATABASE = 'handrail.db';

/** The database that is meant: the option first, then the setting. */
export function databaseOf(option: string | undefined, config: Config): string {
  return option ?? config.database ?? DEFAULT_DATABASE;
}

/** Whether a database is a PostgreSQL server's; otherwise it is a SQLite file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database);
}

/**
 * Opens the store.
 *
 * @param options.create - whether a missing SQLite file is made.
 * @throws UsageError where there is none and none may be made.
 */
export async function openStore(
  database: string,
  options: { readonly create: boolean; readonly onError?: (error: Error) => void },
): Promise<Store> {
  if (isPostgres(database)) return openPostgres(database, options.onError);
  if (!options.create && !existsSync(database)) {
    throw new UsageError(`There is no database at ${database}. Name it with --database FILE.`);
  }
  return openSqlite(database);
}
