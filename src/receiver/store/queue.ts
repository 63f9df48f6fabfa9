import { londonTime } from '../../calendar/london.ts';
import { json, optional, query, text } from './sql.ts';
import type { Database, Dialect, Row, Value } from './sql.ts';
import { REQUEST_STATES } from './store.ts';
import type { Change, Counts, Delivery, RequestQueue, State, StoredRequest } from './store.ts';

/** The columns of a request, under the names that `readStored` reads. */
export function storedColumns({ instant, date }: Dialect): string {
  return `requests.id, reference, requests.state, ${instant('received_at')} AS received_at,
    ${date('reply_by')} AS reply_by, reply_within, ${instant('closed_at')} AS closed_at,
    ${instant('wiped_at')} AS wiped_at, contact_by, CAST(documents AS TEXT) AS documents,
    CAST(formats AS TEXT) AS formats, CAST(answers AS TEXT) AS answers, page, language,
    CAST(quarantine AS TEXT) AS quarantine`;
}

/** Reads a request out of a row. */
export function readStored(row: Row): StoredRequest {
  return {
    id: Number(row['id']),
    reference: text(row, 'reference'),
    state: text(row, 'state') as State,
    receivedAt: text(row, 'received_at'),
    replyBy: optional(row, 'reply_by'),
    replyWithin: Number(row['reply_within']),
    closedAt: optional(row, 'closed_at'),
    wipedAt: optional(row, 'wiped_at'),
    contactBy: text(row, 'contact_by'),
    documents: json(row, 'documents') as StoredRequest['documents'],
    formats: json(row, 'formats') as string[],
    answers: json(row, 'answers') as StoredRequest['answers'],
    page: optional(row, 'page'),
    language: optional(row, 'language'),
    quarantine: json(row, 'quarantine') as string[],
  };
}

function readChange(row: Row): Change {
  return {
    state: text(row, 'state') as State,
    at: text(row, 'at'),
    by: text(row, 'by_whom'),
    note: text(row, 'note'),
  };
}

function readDelivery(row: Row): Delivery {
  return {
    channel: text(row, 'channel'),
    state: text(row, 'state') as Delivery['state'],
    attempts: Number(row['attempts']),
    at: text(row, 'due_at'),
    problem: text(row, 'problem'),
  };
}

/** `$1, $2, $3`, for as many values as there are. */
function places(values: readonly Value[]): string {
  return values.map((_, at) => `$${String(at + 1)}`).join(', ');
}

/** The part of the store that the people who answer requests work with. */
export function sqlQueue(database: Database, dialect: Dialect): RequestQueue {
  const { schema, instant, elements, plain } = dialect;
  const stored = `SELECT ${storedColumns(dialect)} FROM ${schema}requests AS requests`;
  const counted = `FROM ${schema}requests AS requests`;
  const history = `SELECT state, ${instant('at')} AS at, by_whom, note FROM ${schema}changes
    WHERE request_id = $1 ORDER BY id`;
  const deliveries = `SELECT channel, state, attempts, ${instant('due_at')} AS due_at, problem
    FROM ${schema}deliveries WHERE request_id = $1 ORDER BY id`;

  const formats = async (): Promise<Counts['formats']> => {
    const rows = await database.query(
      `SELECT ${plain('element.value')} AS format, count(*) AS requests
       ${counted}, ${elements('formats')} WHERE state <> 'quarantined'
       GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
    return rows.map((row) => ({ format: text(row, 'format'), requests: Number(row['requests']) }));
  };

  const documents = async (): Promise<Counts['documents']> => {
    const rows = await database.query(
      `SELECT element.value ->> 'url' AS url, max(element.value ->> 'title') AS title,
         count(DISTINCT requests.id) AS requests
       ${counted}, ${elements('documents')} WHERE state <> 'quarantined'
       GROUP BY 1, CASE WHEN element.value ->> 'url' IS NULL
         THEN element.value ->> 'title' ELSE '' END
       ORDER BY 3 DESC, 2`,
    );
    return rows.map((row) => ({
      title: text(row, 'title'),
      url: optional(row, 'url'),
      requests: Number(row['requests']),
    }));
  };

  const states = async (): Promise<Counts['states']> => {
    const rows = await database.query(`SELECT state, count(*) AS n ${counted} GROUP BY state`);
    const found = new Map(rows.map((row) => [text(row, 'state'), Number(row['n'])]));
    return Object.fromEntries(
      REQUEST_STATES.map((state) => [state, found.get(state) ?? 0]),
    ) as Record<State, number>;
  };

  const answered = async (): Promise<Counts['answered']> => {
    const [row] = await database.query(
      `SELECT count(CASE WHEN closed_on <= reply_by THEN 1 END) AS on_time,
         count(CASE WHEN closed_on > reply_by THEN 1 END) AS late ${counted}`,
    );
    return { onTime: Number(row?.['on_time']), late: Number(row?.['late']) };
  };

  return {
    list: async ({ states: wanted = REQUEST_STATES, dueBy, limit = 1000 } = {}) => {
      if (wanted.length === 0) return [];
      const due = dueBy === undefined ? '' : `AND reply_by <= $${String(wanted.length + 1)}`;
      const rows = await database.query(
        `${stored} WHERE state IN (${places(wanted)}) ${due}
         ORDER BY reply_by IS NULL, reply_by, requests.id LIMIT ${String(Math.trunc(limit))}`,
        [...wanted, ...(dueBy === undefined ? [] : [dueBy])],
      );
      return rows.map(readStored);
    },
    page: async (after, limit) => {
      const rows = await database.query(
        `${stored} WHERE requests.id > $1 ORDER BY requests.id LIMIT $2`,
        [after, limit],
      );
      return rows.map(readStored);
    },
    find: (reference) =>
      database.transaction(function* () {
        const [row] = yield* query(`${stored} WHERE reference = $1`, [reference]);
        if (row === undefined) return undefined;
        const request = readStored(row);
        return {
          request,
          history: (yield* query(history, [request.id])).map(readChange),
          deliveries: (yield* query(deliveries, [request.id])).map(readDelivery),
        };
      }),
    change: (reference, { state, at, by, note }) =>
      database.transaction(function* () {
        const closed = state === 'done';
        const [row] = yield* query(
          `UPDATE ${schema}requests SET state = $1, closed_at = $2, closed_on = $3
           WHERE reference = $4 RETURNING id`,
          [state, closed ? at : null, closed ? londonTime(new Date(at)).date : null, reference],
        );
        if (row === undefined) return false;
        const id = Number(row['id']);
        yield* query(
          `INSERT INTO ${schema}changes (request_id, state, at, by_whom, note)
           VALUES ($1, $2, $3, $4, $5)`,
          [id, state, at, by, note],
        );
        const [from, to] =
          state === 'quarantined' ? (['waiting', 'held'] as const) : (['held', 'waiting'] as const);
        yield* query(
          `UPDATE ${schema}deliveries SET state = $1, due_at = $2
           WHERE request_id = $3 AND state = $4`,
          [to, at, id, from],
        );
        return true;
      }),
    counts: async () => ({
      formats: await formats(),
      documents: await documents(),
      states: await states(),
      answered: await answered(),
    }),
  };
}
