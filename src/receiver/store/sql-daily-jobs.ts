import { londonTime } from '../../calendar/london.ts';
import { jsonColumn, query, textColumn } from './sql.ts';
import type { Database, Dialect, Work } from './sql.ts';
import { COUNTED_TOGETHER } from './store.ts';
import type { RequestQueue, DailyJobs, StoredRequest } from './store.ts';

type Documents = StoredRequest['documents'];

/** The part of the store that forgets: what is wiped after some time, and what is erased on request. */
export function sqlRetention(
  database: Database,
  dialect: Dialect,
): Pick<DailyJobs, 'wipe'> & Pick<RequestQueue, 'erase'> {
  const { schema, elements } = dialect;

  /** The documents that enough other requests name as well: a title that one person typed is theirs. */
  function* counted(documents: Documents): Work<Documents> {
    const kept: Documents[number][] = [];
    for (const document of documents) {
      const { title, url } = document;
      if (url === undefined) continue;
      const [row] = yield* query(
        `SELECT count(DISTINCT requests.id) AS n FROM ${schema}requests AS requests,
           ${elements('documents')}
         WHERE element.value ->> 'url' = $1 AND element.value ->> 'title' = $2`,
        [url, title],
      );
      if (Number(row?.['n']) >= COUNTED_TOGETHER) kept.push(document);
    }
    return kept;
  }

  function* wipeOne(id: number, documents: Documents, now: string): Work<void> {
    // The key and the fingerprint are made of the answers, or lead to them. No key has a space.
    yield* query(
      `UPDATE ${schema}requests SET answers = '{}', key = 'wiped ' || reference, fingerprint = '',
         documents = $2, quarantine = '[]', page = NULL, language = NULL, wiped_at = $1
       WHERE id = $3`,
      [now, JSON.stringify(yield* counted(documents)), id],
    );
    yield* query(`UPDATE ${schema}changes SET note = '' WHERE request_id = $1`, [id]);
    yield* query(`DELETE FROM ${schema}deliveries WHERE request_id = $1`, [id]);
  }

  const columns = 'id, state, CAST(documents AS TEXT) AS documents';
  return {
    wipe: async (before, now) => {
      const count = await database.transaction(function* () {
        const rows = yield* query(
          `SELECT ${columns} FROM ${schema}requests
           WHERE wiped_at IS NULL AND state IN ('done', 'spam') AND closed_at < $1`,
          [before],
        );
        for (const row of rows) {
          yield* wipeOne(Number(row['id']), jsonColumn(row, 'documents') as Documents, now);
        }
        return rows.length;
      });
      // Also where nothing is left to wipe: the last time, somebody else may have held the files.
      await database.forget();
      return count;
    },
    erase: async (reference, at, by) => {
      const found = await database.transaction(function* () {
        const [row] = yield* query(
          `SELECT ${columns} FROM ${schema}requests WHERE reference = $1`,
          [reference],
        );
        if (row === undefined) return false;
        const id = Number(row['id']);
        yield* wipeOne(id, jsonColumn(row, 'documents') as Documents, at);
        const state = textColumn(row, 'state') === 'spam' ? 'spam' : 'done';
        yield* query(
          `UPDATE ${schema}requests SET state = $1, closed_at = coalesce(closed_at, $2),
             closed_on = coalesce(closed_on, $3) WHERE id = $4`,
          [state, at, londonTime(new Date(at)).date, id],
        );
        yield* query(
          `INSERT INTO ${schema}changes (request_id, state, at, by_whom, note)
           VALUES ($1, $2, $3, $4, $5)`,
          [id, state, at, by, 'Personal details were erased.'],
        );
        return true;
      });
      if (found) await database.forget();
      return found;
    },
  };
}

/** The part of the store that says which daily job is whose. */
export function sqlDailyJobs(
  database: Database,
  { schema }: Dialect,
): Pick<DailyJobs, 'claimJob' | 'finishJob'> {
  return {
    claimJob: async (job, date, now, until) => {
      // A claim that ends later than one made now was made by a clock that was ahead.
      const rows = await database.query(
        `INSERT INTO ${schema}jobs (name, claimed_until) VALUES ($1, $4)
         ON CONFLICT (name) DO UPDATE SET claimed_until = excluded.claimed_until
         WHERE (jobs.done_on IS NULL OR jobs.done_on <> $2)
           AND (jobs.claimed_until IS NULL OR jobs.claimed_until <= $3 OR jobs.claimed_until > $4)
         RETURNING name`,
        [job, date, now, until],
      );
      return rows.length > 0;
    },
    finishJob: async (job, date) => {
      await database.query(
        `UPDATE ${schema}jobs SET done_on = $2, claimed_until = NULL WHERE name = $1`,
        [job, date],
      );
    },
  };
}
