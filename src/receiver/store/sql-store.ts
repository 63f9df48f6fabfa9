import type { Database, Dialect } from './sql.ts';
import { sqlIntake } from './sql-intake.ts';
import { sqlQueue } from './queue.ts';
import { sqlDailyJobs, sqlRetention } from './sql-daily-jobs.ts';
import { sqlFigures } from './sql-figures.ts';
import { sqlOutbox } from './sql-outbox.ts';
import type { Store } from './store.ts';

/** The store, on any database that speaks SQL: what SQLite and PostgreSQL share. */
export function sqlStore(database: Database, dialect: Dialect): Store {
  return {
    ...sqlIntake(database, dialect),
    ...sqlQueue(database, dialect),
    ...sqlOutbox(database, dialect),
    ...sqlRetention(database, dialect),
    ...sqlDailyJobs(database, dialect),
    ...sqlFigures(database, dialect),
    close: () => database.close(),
  };
}
