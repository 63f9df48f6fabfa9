import type { Figures, FigureSource } from './figures.ts';
import { textColumn } from './sql.ts';
import type { Database, Dialect } from './sql.ts';

/** The part of the store that counts for whoever watches over it. Both statements read indexes. */
export function sqlFigures(database: Database, { schema, instant }: Dialect): FigureSource {
  // Each state by itself: the index of what waits, and of what failed, is made for that state alone.
  const messages = (state: 'waiting' | 'failed'): string =>
    `SELECT channel, '${state}' AS state, count(*) AS n, ${instant('min(received_at)')} AS oldest
     FROM ${schema}deliveries AS deliveries
     JOIN ${schema}requests AS requests ON requests.id = deliveries.request_id
     WHERE deliveries.state = '${state}' GROUP BY channel`;
  return {
    figures: async (today) => {
      const requests = await database.query(
        `SELECT state, count(*) AS n, count(CASE WHEN reply_by < $1 THEN 1 END) AS overdue
         FROM ${schema}requests GROUP BY state ORDER BY state`,
        [today],
      );
      const waiting = await database.query(
        `${messages('waiting')} UNION ALL ${messages('failed')} ORDER BY 1, 2`,
      );
      return {
        requests: requests.map((row) => ({
          state: textColumn(row, 'state'),
          count: Number(row['n']),
          overdue: Number(row['overdue']),
        })),
        messages: waiting.map((row) => ({
          channel: textColumn(row, 'channel'),
          state: textColumn(row, 'state') as Figures['messages'][number]['state'],
          count: Number(row['n']),
          oldest: textColumn(row, 'oldest'),
        })),
      };
    },
  };
}
