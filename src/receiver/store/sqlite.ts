import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Database, Dialect, SqlRow, Statement, Work } from './sql.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

/** Each step brings the schema from the version before; `user_version` counts the steps taken. */
const STEPS = [
  `CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    reply_by TEXT,
    reply_within INTEGER NOT NULL,
    contact_by TEXT NOT NULL,
    documents TEXT NOT NULL CHECK (json_valid(documents)),
    formats TEXT NOT NULL CHECK (json_valid(formats)),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    page TEXT,
    language TEXT
  ) STRICT`,
  `ALTER TABLE requests ADD COLUMN state TEXT NOT NULL DEFAULT 'new'
    CHECK (state IN ('new', 'acknowledged', 'in-progress', 'done', 'quarantined'));
  ALTER TABLE requests ADD COLUMN quarantine TEXT NOT NULL DEFAULT '[]'
    CHECK (json_valid(quarantine));
  ALTER TABLE requests ADD COLUMN closed_at TEXT;
  ALTER TABLE requests ADD COLUMN closed_on TEXT;
  ALTER TABLE requests ADD COLUMN wiped_at TEXT;
  CREATE INDEX requests_due ON requests (state, reply_by);
  CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES requests,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX changes_of_request ON changes (request_id);
  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES requests,
    channel TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    problem TEXT NOT NULL DEFAULT '',
    UNIQUE (request_id, channel)
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'waiting';
  CREATE INDEX deliveries_failed ON deliveries (id) WHERE state = 'failed';
  CREATE TABLE chores (name TEXT PRIMARY KEY, done_on TEXT NOT NULL) STRICT`,
  // SQLite cannot change a CHECK: the table is made again, with the state `spam`.
  `CREATE TABLE requests_next (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    reply_by TEXT,
    reply_within INTEGER NOT NULL,
    contact_by TEXT NOT NULL,
    documents TEXT NOT NULL CHECK (json_valid(documents)),
    formats TEXT NOT NULL CHECK (json_valid(formats)),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    page TEXT,
    language TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK
      (state IN ('new', 'acknowledged', 'in-progress', 'done', 'quarantined', 'spam')),
    quarantine TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(quarantine)),
    closed_at TEXT,
    closed_on TEXT,
    wiped_at TEXT
  ) STRICT;
  INSERT INTO requests_next SELECT id, key, fingerprint, reference, token, received_at, reply_by,
    reply_within, contact_by, documents, formats, answers, page, language, state, quarantine,
    closed_at, closed_on, wiped_at FROM requests;
  DROP TABLE requests;
  ALTER TABLE requests_next RENAME TO requests;
  CREATE INDEX requests_due ON requests (state, reply_by);
  DROP TABLE chores;
  CREATE TABLE jobs (name TEXT PRIMARY KEY, done_on TEXT, claimed_until TEXT) STRICT`,
];

const DIALECT: Dialect = {
  schema: '',
  instant: (column) => column,
  date: (column) => column,
  elements: (column) => `json_each(${column}) AS element`,
  plain: (column) => column,
  skipLocked: '', // A transaction that writes is alone.
  rowsAtOnce: 1, // A statement that is prepared once is as fast as a long one.
  groupsAtOnce: Infinity, // Each runs without a pause, unless it waits for another process.
};

/** Undoes a transaction; SQLite may have done so by itself, as on a full disk. */
function rollBack(db: DatabaseSync): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    // The first error is the one to tell.
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

function refuseNewer(version: number, path: string): void {
  if (version <= STEPS.length) return;
  throw new Error(`The database ${path} was made by a newer version of Handrail. Update Handrail.`);
}

function migrate(db: DatabaseSync, path: string): void {
  // Nothing is written where nothing is to be done: a receiver starts even on a full disk.
  if (versionOf(db) === STEPS.length) return;
  // A table that others refer to can be made again only while nobody checks the references.
  db.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  try {
    const version = versionOf(db);
    refuseNewer(version, path);
    for (const step of STEPS.slice(version)) db.exec(step);
    const [broken] = db.prepare('PRAGMA foreign_key_check').all();
    if (broken) throw new Error(`The database ${path} has rows that belong to no request.`);
    db.exec(`PRAGMA user_version = ${String(STEPS.length)}; COMMIT; PRAGMA foreign_keys = ON`);
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/**
 * Looks at a store's file without changing it.
 *
 * @throws Error where it is no database, or was made by a newer version of Handrail.
 */
export function checkSqlite(path: string): void {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    refuseNewer(versionOf(db), path);
  } catch (error) {
    const { errcode } = error as { readonly errcode?: number };
    throw errcode === 26 ? new Error(`${path} is no SQLite database. Name another file.`) : error;
  } finally {
    db.close();
  }
}

const LOG_IN_USE =
  'The personal details are wiped, but another process reads the database, and its log of writes may still ' +
  'hold them. Stop that process, and run this again.';

/** How long a write may wait for another process's lock, in milliseconds, and after how long it looks again. */
const PATIENCE = 5000;
const WAIT = 25;

/** SQLITE_BUSY: another process holds the lock. */
function isBusy(error: unknown): boolean {
  return (error as { readonly errcode?: unknown }).errcode === 5;
}

/** Refuses a database that says "committed" before it has written. */
function checkDurability(db: DatabaseSync, path: string): void {
  const mode = Number(db.prepare('PRAGMA synchronous').get()?.['synchronous']);
  if (mode < 2) {
    throw new Error(
      `The database ${path} does not keep "synchronous = FULL", and would lose requests that people ` +
        'were told are received. Use a SQLite that keeps it.',
    );
  }
}

function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Made here, because SQLite would let everybody on the machine read it.
    closeSync(openSync(path, 'a', 0o600));
  }
  const db = new DatabaseSync(path);
  try {
    db.exec(`PRAGMA busy_timeout = ${String(PATIENCE)}; PRAGMA journal_mode = WAL`);
    db.exec('PRAGMA synchronous = FULL');
    checkDurability(db, path);
    // What is wiped is overwritten, not only forgotten.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db, path);
    // From here on this process answers others while it waits: see `patiently`.
    db.exec('PRAGMA busy_timeout = 0');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Tries again while another process holds the lock, and lets this one go on in between. */
async function patiently<T>(work: () => T): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await pause(WAIT);
  }
}

/** Runs statements as soon as they are asked for; nothing else happens within a transaction. */
function connect(db: DatabaseSync): Database {
  const prepared = new Map<string, StatementSync>();
  const run = ({ text, values }: Statement): SqlRow[] => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    const named = values.map((value, at) => [`$${String(at + 1)}`, value] as const);
    return statement.all(Object.fromEntries(named));
  };
  const runAll = <T>(work: Work<T>): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      let step = work.next();
      while (step.done !== true) step = work.next(run(step.value));
      db.exec('COMMIT');
      return step.value;
    } catch (error) {
      rollBack(db);
      throw error;
    }
  };
  return {
    query: (text, values = []) => patiently(() => run({ text, values })),
    transaction: (work) => patiently(() => runAll(work())),
    // What is deleted is overwritten in the database, but stays in the log of writes until that is emptied.
    forget: () =>
      patiently(() => {
        const row = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
        if (row?.['busy'] === 1) throw Object.assign(new Error(LOG_IN_USE), { errcode: 5 });
      }),
    isRefusal: (error) => !isBusy(error),
    close: () => {
      if (db.isOpen) db.close();
      return Promise.resolve();
    },
  };
}

/**
 * Opens a store in one SQLite file, through Node's own `node:sqlite`. Several processes on one
 * machine can share the file; a write waits up to 5 seconds for another one's to end, and nothing else
 * in this process waits with it. A commit is on the disk before it is reported.
 *
 * @param path - the file's path. A missing file or folder is created, readable by its owner alone.
 * @param limits - how large the file may grow, in pages of 4 KB. Past that it is a full disk.
 * @throws Error where the file cannot be opened or written, is not a database, or was made by a
 *   newer version of Handrail.
 */
export function openSqlite(path: string, limits: { readonly maxPages?: number } = {}): Store {
  const db = openDatabase(path);
  if (limits.maxPages !== undefined) {
    db.exec(`PRAGMA max_page_count = ${String(Math.trunc(limits.maxPages))}`);
  }
  return sqlStore(connect(db), DIALECT);
}
