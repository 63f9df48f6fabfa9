import { referenceFor } from './reference.ts';
import { optionalColumn, query, textColumn } from './sql.ts';
import type { Database, Dialect, SqlRow, Work } from './sql.ts';
import { sqlQueue } from './queue.ts';
import { sqlDailyJobs, sqlRetention } from './sql-daily-jobs.ts';
import { sqlFigures } from './sql-figures.ts';
import { sqlOutbox } from './sql-outbox.ts';
import type { Intake, NewRequest, AcceptOutcome, StoredReceipt, Store } from './store.ts';

/** How many references are tried. There are 10^11 of them: one clash is rare, a second unheard of. */
const ATTEMPTS = 20;

function readReceipt(row: SqlRow): StoredReceipt {
  return {
    reference: textColumn(row, 'reference'),
    token: textColumn(row, 'token'),
    receivedAt: textColumn(row, 'received_at'),
    replyBy: optionalColumn(row, 'reply_by'),
    replyWithin: Number(row['reply_within']),
  };
}

function sqlIntake(database: Database, { schema, instant, date }: Dialect): Intake {
  const receipts = `SELECT fingerprint, reference, token, ${instant('received_at')} AS received_at,
    ${date('reply_by')} AS reply_by, reply_within FROM ${schema}requests`;

  /** A key or a reference that is taken leaves no row, and the transaction goes on. */
  const insert = `INSERT INTO ${schema}requests (key, fingerprint, reference, token, received_at,
      reply_by, reply_within, contact_by, documents, formats, answers, page, language, state,
      quarantine)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT DO NOTHING RETURNING id`;

  function* known(asked: NewRequest): Work<AcceptOutcome | undefined> {
    const [row] = yield* query(`${receipts} WHERE key = $1`, [asked.key]);
    if (row === undefined) return undefined;
    return row['fingerprint'] === asked.fingerprint
      ? { outcome: 'repeat', receipt: readReceipt(row) }
      : { outcome: 'conflict' };
  }

  function* keep(asked: NewRequest, reference: string): Work<boolean> {
    const { key, fingerprint, token, receivedAt, replyBy, replyWithin, request } = asked;
    const { quarantine = [], deliveries = [] } = asked;
    const answers = Object.entries(request.text).filter(([, answer]) => answer !== '');
    const [row] = yield* query(insert, [
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
      quarantine.length > 0 ? 'quarantined' : 'new',
      JSON.stringify(quarantine),
    ]);
    if (row === undefined) return false;
    const state = quarantine.length > 0 ? 'held' : 'waiting';
    for (const channel of deliveries) {
      yield* query(
        `INSERT INTO ${schema}deliveries (request_id, channel, state, due_at)
         VALUES ($1, $2, $3, $4)`,
        [Number(row['id']), channel, state, receivedAt],
      );
    }
    return true;
  }

  return {
    accept: (asked) =>
      database.transaction(function* () {
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
          const reference = referenceFor(asked.seed ?? asked.key, attempt);
          if (yield* keep(asked, reference)) {
            const { token, receivedAt, replyBy, replyWithin } = asked;
            const receipt = { reference, token, receivedAt, replyBy, replyWithin };
            return { outcome: 'new', receipt };
          }
          const outcome = yield* known(asked);
          if (outcome !== undefined) return outcome;
          // What was taken is the reference alone: the next attempt gives another.
        }
        throw new Error('The database refuses every reference. Check its unique columns.');
      }),
    probe: async () => {
      const now = new Date().toISOString();
      await database.query(
        `INSERT INTO ${schema}jobs (name, claimed_until) VALUES ('probe', $1)
         ON CONFLICT (name) DO UPDATE SET claimed_until = excluded.claimed_until`,
        [now],
      );
    },
    receipt: async (token) => {
      const [row] = await database.query(`${receipts} WHERE token = $1`, [token]);
      return row === undefined ? undefined : readReceipt(row);
    },
  };
}

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
