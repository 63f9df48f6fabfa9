import { inGroups } from './groups.ts';
import { referenceFor } from './reference.ts';
import { optionalColumn, query, textColumn } from './sql.ts';
import type { Database, Dialect, SqlRow, Value, Work } from './sql.ts';
import type { AcceptOutcome, Intake, NewRequest, StoredReceipt } from './store.ts';

/** How many references are tried. There are 10^11 of them: one clash is rare, a second unheard of. */
const ATTEMPTS = 20;

const REQUEST = [
  ...['key', 'fingerprint', 'reference', 'token', 'received_at', 'reply_by', 'reply_within'],
  ...['contact_by', 'documents', 'formats', 'answers', 'page', 'language', 'state', 'quarantine'],
];
const DELIVERY = ['request_id', 'channel', 'state', 'due_at'];

function readReceipt(row: SqlRow): StoredReceipt {
  return {
    reference: textColumn(row, 'reference'),
    token: textColumn(row, 'token'),
    receivedAt: textColumn(row, 'received_at'),
    replyBy: optionalColumn(row, 'reply_by'),
    replyWithin: Number(row['reply_within']),
  };
}

/** `($1, $2), ($3, $4)`, for as many rows and columns as there are. */
function places(rows: number, columns: number): string {
  const place = (at: number): string => `$${String(at + 1)}`;
  const row = (at: number): string =>
    `(${Array.from({ length: columns }, (_, column) => place(at * columns + column)).join(', ')})`;
  return Array.from({ length: rows }, (_, at) => row(at)).join(', ');
}

const referenceOf = ({ seed, key }: NewRequest, attempt: number): string =>
  referenceFor(seed ?? key, attempt);

const isHeld = ({ quarantine = [] }: NewRequest): boolean => quarantine.length > 0;

function requestRow(asked: NewRequest, reference: string): Value[] {
  const { key, fingerprint, token, receivedAt, replyBy, replyWithin, request } = asked;
  const answers = Object.entries(request.text).filter(([, answer]) => answer !== '');
  return [
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
    isHeld(asked) ? 'quarantined' : 'new',
    JSON.stringify(asked.quarantine ?? []),
  ];
}

function isNew(asked: NewRequest, reference: string): AcceptOutcome {
  const { token, receivedAt, replyBy, replyWithin } = asked;
  return { outcome: 'new', receipt: { reference, token, receivedAt, replyBy, replyWithin } };
}

/** The part of the store that takes requests, those that come at nearly the same moment together. */
export function sqlIntake(database: Database, dialect: Dialect): Intake {
  const { schema, instant, date, rowsAtOnce } = dialect;
  const receipts = `SELECT fingerprint, reference, token, ${instant('received_at')} AS received_at,
    ${date('reply_by')} AS reply_by, reply_within FROM ${schema}requests`;

  function* insert(
    into: { readonly table: string; readonly columns: readonly string[]; readonly end?: string },
    rows: readonly (readonly Value[])[],
  ): Work<SqlRow[]> {
    const { table, columns, end = '' } = into;
    const given: SqlRow[] = [];
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const some = rows.slice(at, at + rowsAtOnce);
      const text = `INSERT INTO ${schema}${table} (${columns.join(', ')})
        VALUES ${places(some.length, columns.length)} ${end}`;
      given.push(...(yield* query(text, some.flat())));
    }
    return given;
  }

  /**
   * Inserts requests with their deliveries. A key or a reference that is taken leaves no row, and the
   * transaction goes on.
   *
   * @returns the keys of those that were inserted.
   */
  function* keep(group: readonly NewRequest[], attempt: number): Work<Set<string>> {
    // In one order everywhere: two receivers that wait for each other's keys would wait for ever.
    const rows = group
      .map((asked) => requestRow(asked, referenceOf(asked, attempt)))
      .sort(([a = ''], [b = '']) => (String(a) < String(b) ? -1 : 1));
    const end = 'ON CONFLICT DO NOTHING RETURNING id, key';
    const kept = yield* insert({ table: 'requests', columns: REQUEST, end }, rows);
    const ids = new Map(kept.map((row) => [textColumn(row, 'key'), Number(row['id'])]));
    const deliveries = group.flatMap((asked): Value[][] => {
      const id = ids.get(asked.key);
      if (id === undefined) return [];
      const state = isHeld(asked) ? 'held' : 'waiting';
      return (asked.deliveries ?? []).map((channel) => [id, channel, state, asked.receivedAt]);
    });
    yield* insert({ table: 'deliveries', columns: DELIVERY }, deliveries);
    return new Set(ids.keys());
  }

  function* known(asked: NewRequest): Work<AcceptOutcome | undefined> {
    const [row] = yield* query(`${receipts} WHERE key = $1`, [asked.key]);
    if (row === undefined) return undefined;
    return row['fingerprint'] === asked.fingerprint
      ? { outcome: 'repeat', receipt: readReceipt(row) }
      : { outcome: 'conflict' };
  }

  /** What became of a request whose row was refused. */
  function* settle(asked: NewRequest): Work<AcceptOutcome> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
      const outcome = yield* known(asked);
      if (outcome !== undefined) return outcome;
      // What was taken is the reference alone: the next attempt gives another.
      const kept = yield* keep([asked], attempt);
      if (kept.has(asked.key)) return isNew(asked, referenceOf(asked, attempt));
    }
    throw new Error('The database refuses every reference. Check its unique columns.');
  }

  function* acceptAll(group: readonly NewRequest[]): Work<AcceptOutcome[]> {
    // Of two with one key in a group, the first is kept and the second finds it there.
    const firsts = new Map(group.toReversed().map((asked) => [asked.key, asked]));
    const kept = yield* keep([...firsts.values()], 0);
    const outcomes: AcceptOutcome[] = [];
    for (const asked of group) {
      const isKept = firsts.get(asked.key) === asked && kept.has(asked.key);
      outcomes.push(isKept ? isNew(asked, referenceOf(asked, 0)) : yield* settle(asked));
    }
    return outcomes;
  }

  return {
    accept: inGroups({
      work: (group: readonly NewRequest[]) => database.transaction(() => acceptAll(group)),
      isOwnFault: (error) => database.isRefusal(error),
      atOnce: dialect.groupsAtOnce,
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
