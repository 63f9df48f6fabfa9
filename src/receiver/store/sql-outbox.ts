import { readStored, storedColumns } from './queue.ts';
import { query, textColumn } from './sql.ts';
import type { Database, Dialect } from './sql.ts';
import type { Claim, Outbox } from './store.ts';

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
    claim: (now, until, limit, { channel, except = [], latest } = {}) =>
      database.transaction(function* () {
        const names = channel === undefined ? except : [channel];
        const list = names.map((_, at) => `$${String(at + 5)}`).join(', ');
        const belongs = channel === undefined ? 'NOT IN' : 'IN';
        const ours = names.length === 0 ? '' : `AND channel ${belongs} (${list})`;
        // A claimed delivery is due again when the claim ends: nothing is lost with its worker.
        const claimed = yield* query(
          `WITH due AS (
             SELECT id FROM ${schema}deliveries WHERE state = 'waiting'
               AND (due_at <= $2 OR due_at > $3) ${ours}
             ORDER BY due_at, id LIMIT $4 ${skipLocked}
           ) UPDATE ${schema}deliveries SET attempts = attempts + 1, due_at = $1
           WHERE id IN (SELECT id FROM due) RETURNING id, request_id, channel, attempts`,
          [until, now, latest ?? '9999-12-31T00:00:00.000Z', limit, ...names],
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
            channel: textColumn(row, 'channel'),
            attempt: Number(row['attempts']),
            request: readStored(request),
          });
        }
        return claims;
      }),
    recordResult: async ({ id, attempt }, result) => {
      await database.query(
        `UPDATE ${schema}deliveries SET state = $1, due_at = $2, problem = $3
         WHERE id = $4 AND attempts = $5 AND state = 'waiting'`,
        [result.state, result.at, result.state === 'sent' ? '' : result.problem, id, attempt],
      );
    },
    recordBounce: async (reference, channel, { at, problem }) => {
      const rows = await database.query(
        `UPDATE ${schema}deliveries SET state = 'failed', due_at = $1, problem = $2
         WHERE channel = $3 AND state IN ('sent', 'waiting') AND attempts > 0
           AND request_id = (SELECT id FROM ${schema}requests WHERE reference = $4) RETURNING id`,
        [at, problem, channel, reference],
      );
      return rows.length > 0;
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
