import type { Pool, PoolClient } from 'pg';
import type { Database, Dialect, SqlRow, Statement, Work } from './sql.ts';
import { sqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

/** Each step brings the schema from the version before; `handrail.version` counts the steps taken. */
const STEPS = [
  `CREATE TABLE handrail.requests (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL UNIQUE,
    fingerprint text NOT NULL,
    reference text NOT NULL UNIQUE,
    token text NOT NULL UNIQUE,
    received_at timestamptz NOT NULL,
    reply_by date,
    reply_within integer NOT NULL,
    contact_by text NOT NULL,
    documents jsonb NOT NULL,
    formats jsonb NOT NULL,
    answers jsonb NOT NULL,
    page text,
    language text,
    state text NOT NULL DEFAULT 'new'
      CHECK (state IN ('new', 'acknowledged', 'in-progress', 'done', 'quarantined')),
    quarantine jsonb NOT NULL DEFAULT '[]',
    closed_at timestamptz,
    closed_on date,
    wiped_at timestamptz
  );
  CREATE INDEX requests_due ON handrail.requests (state, reply_by);
  CREATE TABLE handrail.changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id bigint NOT NULL REFERENCES handrail.requests,
    state text NOT NULL,
    at timestamptz NOT NULL,
    by_whom text NOT NULL,
    note text NOT NULL
  );
  CREATE INDEX changes_of_request ON handrail.changes (request_id);
  CREATE TABLE handrail.deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id bigint NOT NULL REFERENCES handrail.requests,
    channel text NOT NULL,
    state text NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    problem text NOT NULL DEFAULT '',
    UNIQUE (request_id, channel)
  );
  CREATE INDEX deliveries_due ON handrail.deliveries (due_at) WHERE state = 'waiting';
  CREATE INDEX deliveries_failed ON handrail.deliveries (id) WHERE state = 'failed';
  CREATE TABLE handrail.chores (name text PRIMARY KEY, done_on date NOT NULL)`,
  `ALTER TABLE handrail.requests DROP CONSTRAINT requests_state_check;
  ALTER TABLE handrail.requests ADD CONSTRAINT requests_state_check CHECK
    (state IN ('new', 'acknowledged', 'in-progress', 'done', 'quarantined', 'spam'));
  DROP TABLE handrail.chores;
  CREATE TABLE handrail.jobs (name text PRIMARY KEY, done_on date, claimed_until timestamptz)`,
];

/** Any number will do, as long as nothing else in the database locks the same one. */
const MIGRATION_LOCK = 20_261_123;

const DIALECT: Dialect = {
  schema: 'handrail.',
  instant: (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  date: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
  elements: (column) => `jsonb_array_elements(${column}) AS element(value)`,
  plain: (column) => `${column} #>> '{}'`,
  skipLocked: 'FOR UPDATE SKIP LOCKED',
  rowsAtOnce: 100,
  groupsAtOnce: 2,
};

async function run(on: Pool | PoolClient, { text, values }: Statement): Promise<SqlRow[]> {
  return (await on.query<SqlRow>(text, [...values])).rows;
}

/** Begins a transaction, on a new connection where the pool's own have broken since their last use. */
async function begin(pool: Pool, tries = pool.options.max + 1): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    return client;
  } catch (error) {
    client.release(true);
    if (tries <= 1) throw error;
    return begin(pool, tries - 1);
  }
}

function connect(pool: Pool): Database {
  return {
    query: (text, values = []) => run(pool, { text, values }),
    transaction: async <T>(work: () => Work<T>): Promise<T> => {
      const client = await begin(pool);
      try {
        const doing = work();
        let step = doing.next();
        while (step.done !== true) step = doing.next(await run(client, step.value));
        await client.query('COMMIT');
        client.release();
        return step.value;
      } catch (error) {
        // Whatever state the connection is in, it ends here, and the server rolls back.
        client.release(true);
        throw error;
      }
    },
    // What a dead row held is overwritten once its page is used again or vacuumed.
    forget: async () => {
      await pool.query('VACUUM handrail.requests, handrail.changes, handrail.deliveries');
    },
    isRefusal: (error) => (error as { readonly severity?: string }).severity === 'ERROR',
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

/** Refuses a server that says "committed" before it has written. */
async function checkDurability(pool: Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit']) {
    const { rows } = await pool.query<Record<string, unknown>>(`SHOW ${setting}`);
    if (rows[0]?.[setting] === 'off') {
      throw new Error(
        `PostgreSQL has ${setting} switched off, and would lose requests that people were told ` +
          'are received. Switch it on for this database.',
      );
    }
  }
}

/** Refuses a database in which a name such as Łukasz has no place. */
async function checkEncoding(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Record<string, unknown>>('SHOW server_encoding');
  const encoding = String(rows[0]?.['server_encoding']);
  if (encoding !== 'UTF8') {
    throw new Error(
      `The PostgreSQL database has the encoding ${encoding}, in which many names cannot be written. ` +
        "Make one with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
    );
  }
}

async function migrate(pool: Pool): Promise<void> {
  const client = await begin(pool);
  try {
    // One receiver migrates; the others wait here, and find that nothing is left to do.
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const there = await client.query<{ found: boolean }>(
      `SELECT to_regclass('handrail.version') IS NOT NULL AS found`,
    );
    if (there.rows[0]?.found !== true) {
      // Asked for only where it is missing, for the right to do so may be missing later.
      await client.query('CREATE SCHEMA IF NOT EXISTS handrail');
      await client.query('CREATE TABLE handrail.version (steps integer NOT NULL)');
      await client.query('INSERT INTO handrail.version VALUES (0)');
    }
    const { rows } = await client.query<{ steps: number }>('SELECT steps FROM handrail.version');
    const version = rows[0]?.steps ?? 0;
    if (version > STEPS.length) {
      throw new Error('The database was made by a newer version of Handrail. Update Handrail.');
    }
    for (const step of STEPS.slice(version)) await client.query(step);
    if (version < STEPS.length) {
      await client.query('UPDATE handrail.version SET steps = $1', [STEPS.length]);
    }
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Sentences for what a server says when it lets nobody in. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers there. Start PostgreSQL, or correct the host and the port.',
  ENOTFOUND: 'There is no such host. Correct its name.',
  ETIMEDOUT: 'It takes too long to answer. Look at the network and the firewall.',
  '28P01': 'The user or the password is wrong.',
  '28000': 'This user is not let in from here. Look at pg_hba.conf.',
  '3D000': 'There is no such database. Make it, or correct its name.',
};

/** What went wrong with a connection, in a sentence that has no password in it. */
function explain(error: unknown): Error {
  const { code = '', message } = error as { readonly code?: string; readonly message: string };
  const said = COMPLAINTS[code];
  return said === undefined ? new Error(message) : new Error(`PostgreSQL: ${said}`);
}

async function openPool(address: string): Promise<Pool> {
  const { default: pg } = await import('pg').catch(() => {
    throw new Error('PostgreSQL needs the package pg. Install it beside Handrail: npm install pg');
  });
  if (!URL.canParse(address)) {
    throw new Error('The database must be written like postgresql://user:password@host:5432/name.');
  }
  // The limit is the client's: a server that gives up waiting for its standby reports success.
  return new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'handrail',
  });
}

/**
 * Looks at a PostgreSQL server without changing it.
 *
 * @throws Error where it cannot be reached, or would not keep what it says it keeps.
 */
export async function checkPostgres(address: string): Promise<void> {
  const pool = await openPool(address);
  try {
    await checkDurability(pool);
    await checkEncoding(pool);
  } catch (error) {
    throw explain(error);
  } finally {
    await pool.end();
  }
}

/**
 * Opens a store on a PostgreSQL server, from version 13, through the package `pg`, which has to be
 * installed beside Handrail. Any number of receivers on any number of machines can share the
 * database. Everything is in the schema `handrail`, which is created and brought up to date here.
 *
 * @param address - as PostgreSQL writes it: `postgresql://user:password@host:5432/database`.
 * @param onError - is told of connections that break while nobody uses them; the next one is new.
 * @throws Error where the server cannot be reached, would not keep what it says it keeps, or holds
 *   a schema of a newer version of Handrail.
 */
export async function openPostgres(
  address: string,
  onError: (error: Error) => void = () => undefined,
): Promise<Store> {
  const pool = await openPool(address);
  pool.on('error', onError);
  // pg also emits 'error' on a client whose query fails. Without a listener, Node exits.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkDurability(pool);
    await checkEncoding(pool);
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw explain(error);
  }
  return sqlStore(connect(pool), DIALECT);
}
