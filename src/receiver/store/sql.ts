/** A value that goes into a statement. Objects go in as JSON, instants as ISO 8601 in UTC. */
export type Value = string | number | null;

/** A row as it comes out: whole numbers may come as text. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A statement, whose parameters are written `$1`, `$2` and so on. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

/**
 * Statements that run one after another, each of which is given its rows. It is a generator so that
 * SQLite can run all of them at once, while PostgreSQL answers each in its own time.
 */
export type Work<T> = Generator<Statement, T, SqlRow[]>;

/** Runs one statement within some work: `const rows = yield* query('SELECT …', [1])`. */
export function* query(text: string, values: readonly Value[] = []): Work<SqlRow[]> {
  return yield { text, values };
}

/** A database, as far as the store needs to know it. */
export interface Database {
  /** Runs one statement in a transaction of its own. */
  readonly query: (text: string, values?: readonly Value[]) => Promise<SqlRow[]>;
  /** Runs work in one transaction: all of it is kept durably, or nothing. */
  readonly transaction: <T>(work: () => Work<T>) => Promise<T>;
  /** Takes what is no longer in any row out of the database's files, as far as the database lets it. */
  readonly forget: () => Promise<void>;
  /** Whether an error is the database's answer to a statement, rather than that it gives none. */
  readonly isRefusal: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
}

/** Where SQLite and PostgreSQL differ. Each function takes a column's name. */
export interface Dialect {
  /** What stands before a table's name. */
  readonly schema: string;
  /** An instant as ISO 8601 in UTC, with milliseconds. */
  readonly instant: (column: string) => string;
  /** A date as `YYYY-MM-DD`. */
  readonly date: (column: string) => string;
  /** The elements of a JSON list, as a table named `element` with one column, `value`. */
  readonly elements: (column: string) => string;
  /** A JSON text as a plain one. */
  readonly plain: (column: string) => string;
  /** Locks the rows that are chosen, and passes over those that another worker has locked. */
  readonly skipLocked: string;
  /** How many rows one statement inserts at most. */
  readonly rowsAtOnce: number;
  /** How many transactions that take requests are under way at most. */
  readonly groupsAtOnce: number;
}

/** Reads a text out of a row. */
export function textColumn(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The database holds no text in "${column}".`);
  return value;
}

/** Reads a text that may be missing out of a row. */
export function optionalColumn(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : textColumn(row, column);
}

/** Reads JSON out of a row. Its shape is what the store wrote there. */
export function jsonColumn(row: SqlRow, column: string): unknown {
  return JSON.parse(textColumn(row, column));
}
