import { readStored, storedColumns } from './queue.ts';
import { query, text } from './sql.ts';
import type { Database, Dialect } from './sql.ts';
import type { Claim, DailyJobs, Outbox } from './store.ts';

/** The part of the store that sending works with. */
export function sqlOutbox(database: Database, dialect: Dialect): Outbox {
  const { schema, skipLocked } = dialect;
  const count = async (state: string): Promise<number> => {
    const [row] = await database.query(
      `SELECT count(*) AS n FROM ${schema}deliveries WHERE state = $1`,
      [state],
    );
    return Number(row?.['n']);
  };
  return {
    claim: (now, until, limit) =>
      database.transaction(function* () {
        // A claimed delivery is due again when the claim ends: nothing is lost with its worker.
        const claimed = yield* query(
          `WITH due AS (
             SELECT id FROM ${schema}deliveries WHERE state = 'waiting' AND due_at <= $2
             ORDER BY due_at, id LIMIT $3 ${skipLocked}
           ) UPDATE ${schema}deliveries SET attempts = attempts + 1, due_at = $1
           WHERE id IN (SELECT id FROM due) RETURNING id, request_id, channel, attempts`,
          [until, now, limit],
        );
        const claims: Claim[] = [];
        for (const row of claimed) {
          const [request] = yield* query(
            `SELECT ${storedColumns(dialect)} FROM ${schema}requests AS requests WHERE id = $1`,
            [Number(row['request_id'])],
          );
          if (request === undefined) continue;
          claims.push({
            id: Number(row['id']),
            channel: text(row, 'channel'),
            attempt: Number(row['attempts']),
            request: readStored(request),
          });
        }
        return claims;
      }),
    settle: async ({ id, attempt }, result) => {
      await database.query(
        `UPDATE ${schema}deliveries SET state = $1, due_at = $2, problem = $3
         WHERE id = $4 AND attempts = $5 AND state = 'waiting'`,
        [result.state, result.at, result.state === 'sent' ? '' : result.problem, id, attempt],
      );
    },
    retry: async (now) => {
      const rows = await database.query(
        `UPDATE ${schema}deliveries SET state = 'waiting', due_at = $1, attempts = 0
         WHERE state = 'failed' RETURNING id`,
        [now],
      );
      return rows.length;
    },
    backlog: async () => ({ waiting: await count('waiting'), failed: await count('failed') }),
  };
}

/** The part of the store that keeping house works with. */
export function sqlDailyJobs(database: Database, { schema }: Dialect): DailyJobs {
  return {
    wipe: (before, now) =>
      database.transaction(function* () {
        // The key and the fingerprint are made of the answers, or lead to them. No key has a space.
        const rows = yield* query(
          `UPDATE ${schema}requests SET answers = '{}', key = 'wiped ' || reference,
             fingerprint = '', page = NULL, language = NULL, wiped_at = $1
           WHERE wiped_at IS NULL AND ((state = 'done' AND closed_at < $2)
             OR (state = 'quarantined' AND received_at < $2)) RETURNING id`,
          [now, before],
        );
        for (const row of rows) {
          const id = Number(row['id']);
          yield* query(`UPDATE ${schema}changes SET note = '' WHERE request_id = $1`, [id]);
          yield* query(`DELETE FROM ${schema}deliveries WHERE request_id = $1`, [id]);
        }
        return rows.length;
      }),
    takeTurn: async (chore, date) => {
      const rows = await database.query(
        `INSERT INTO ${schema}chores (name, done_on) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET done_on = excluded.done_on
         WHERE chores.done_on < excluded.done_on RETURNING name`,
        [chore, date],
      );
      return rows.length > 0;
    },
  };
}
