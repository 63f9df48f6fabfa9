import { statSync } from 'node:fs';
import { openPostgres, openSqlite } from '../receiver/index.ts';
import type { Store } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Config } from './config-settings.ts';
import { sentenceOf } from './system-errors.ts';

/** Where requests are kept where nothing else is set. */
const DEFAULT_DATABASE = 'handrail.db';

/**
 * The database that is meant: the option first, then the setting.
 *
 * @throws UsageError where it is an address of something else, which would be taken for a file's name.
 */
export function databaseOf(option: string | undefined, config: Config): string {
  const database = option ?? config.database ?? DEFAULT_DATABASE;
  if (/^[\w+.-]+:\/\//.test(database) && !isPostgres(database)) {
    throw new UsageError(
      'The database must be a file for SQLite, or an address that begins with postgresql://.',
    );
  }
  return database;
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
  try {
    return openFile(database, options.create);
  } catch (error) {
    throw error instanceof UsageError ? error : new Error(sentenceOf(error, database));
  }
}

function openFile(database: string, create: boolean): Store {
  // With a reason where there is one, as for a path through a file.
  const found = statSync(database, { throwIfNoEntry: false });
  if (!create && found === undefined) {
    throw new UsageError(`There is no database at ${database}. Name it with --database FILE.`);
  }
  if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  return openSqlite(database);
}
