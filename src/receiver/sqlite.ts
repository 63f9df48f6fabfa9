import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import { referenceFor } from './reference.ts';
import type { NewRequest, Outcome, Receipt, Store } from './store.ts';

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
];

const RECEIPT =
  'SELECT fingerprint, reference, token, received_at, reply_by, reply_within FROM requests';

type Row = Record<string, SQLOutputValue>;

/** Runs work in a transaction that holds the write lock from its start. */
function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does on a full disk; the first error is the one to tell.
    }
    throw error;
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
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    inTransaction(db, () => {
      const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
      if (version > STEPS.length) {
        throw new Error(
          `The database ${path} was made by a newer version of Handrail. Update Handrail.`,
        );
      }
      for (const step of STEPS.slice(version)) db.exec(step);
      db.exec(`PRAGMA user_version = ${String(STEPS.length)}`);
    });
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The database holds no text in "${column}".`);
  return value;
}

function readReceipt(row: Row): Receipt {
  return {
    reference: text(row, 'reference'),
    token: text(row, 'token'),
    receivedAt: text(row, 'received_at'),
    replyBy: row['reply_by'] === null ? null : text(row, 'reply_by'),
    replyWithin: Number(row['reply_within']),
  };
}

/** Runs synchronous work at once; what it throws rejects the promise. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

/**
 * Opens a store in one SQLite file, through Node's own `node:sqlite`. Several processes on one
 * machine can share the file; a write waits up to 5 seconds for another one's to end. A commit is
 * on the disk before it is reported. The columns `documents`, `formats` and `answers` hold JSON.
 *
 * @param path - the file's path. A missing file or folder is created, readable by its owner alone.
 * @throws Error where the file cannot be opened or written, is not a database, or was made by a
 *   newer version of Handrail.
 */
export function openSqlite(path: string): Store & { close(): void } {
  const db = openDatabase(path);
  const byKey = db.prepare(`${RECEIPT} WHERE key = ?`);
  const byToken = db.prepare(`${RECEIPT} WHERE token = ?`);
  const isTaken = db.prepare('SELECT 1 FROM requests WHERE reference = ?');
  const insert = db.prepare(
    `INSERT INTO requests (key, fingerprint, reference, token, received_at, reply_by, reply_within,
      contact_by, documents, formats, answers, page, language)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  const freeReference = (key: string): string => {
    for (let attempt = 0; ; attempt += 1) {
      const reference = referenceFor(key, attempt);
      if (isTaken.get(reference) === undefined) return reference;
    }
  };

  const keep = (asked: NewRequest): Outcome => {
    const { key, fingerprint, token, receivedAt, replyBy, replyWithin, request } = asked;
    const known = byKey.get(key);
    if (known !== undefined) {
      const same = known['fingerprint'] === fingerprint;
      return same ? { outcome: 'repeat', receipt: readReceipt(known) } : { outcome: 'conflict' };
    }
    const reference = freeReference(key);
    const answers = Object.entries(request.text).filter(([, answer]) => answer !== '');
    insert.run(
      key,
      fingerprint,
      reference,
      token,
      receivedAt,
      replyBy,
      replyWithin,
      request.contactBy,
      JSON.stringify(request.documents),
      JSON.stringify(request.formats),
      JSON.stringify(Object.fromEntries(answers)),
      asked.page ?? null,
      asked.language ?? null,
    );
    return { outcome: 'new', receipt: { reference, token, receivedAt, replyBy, replyWithin } };
  };

  return {
    accept: (asked) => promised(() => inTransaction(db, () => keep(asked))),
    receipt: (token) =>
      promised(() => {
        const row = byToken.get(token);
        return row === undefined ? undefined : readReceipt(row);
      }),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}
