import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { startPostgres } from '../server/postgres-server.ts';
import { mountSmallDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';

/** The database of a fault run, and what the run looks up in it behind the receivers' backs. */
export interface Backend {
  /** As the setting `database` takes it. */
  readonly address: string;
  /** How many receivers share it. */
  readonly receivers: number;
  /** Whether its disk is to be filled, and the disk, where this machine lets us have one. */
  readonly hasDisk: boolean;
  readonly disk: SmallDisk | undefined;
  /** Every stored request: the name that its client gave, and its reference. */
  requests(): Promise<readonly { readonly name: string; readonly reference: string }[]>;
  /** How many messages have not gone out. */
  unsent(): Promise<number>;
  /** How many requests have been wiped. */
  wiped(): Promise<number>;
  close(): Promise<void>;
}

const REQUESTS = `SELECT answers ->> 'name' AS name, reference FROM requests`;
const WIPED = `SELECT count(*) AS n FROM requests WHERE wiped_at IS NOT NULL`;
const UNSENT = `SELECT count(*) AS n FROM deliveries WHERE state <> 'sent'`;

type Read = (sql: string) => Promise<Record<string, unknown>[]>;

function lookUp(read: Read): Pick<Backend, 'requests' | 'unsent' | 'wiped'> {
  return {
    requests: async () =>
      (await read(REQUESTS)).map((row) => ({
        name: String(row['name']),
        reference: String(row['reference']),
      })),
    unsent: async () => Number((await read(UNSENT))[0]?.['n']),
    wiped: async () => Number((await read(WIPED))[0]?.['n']),
  };
}

function onSqlite(folder: string): Backend {
  const data = join(folder, 'data');
  mkdirSync(data);
  const disk = mountSmallDisk(data, 64);
  const address = join(data, 'requests.db');
  const read: Read = (sql) => {
    const db = new DatabaseSync(address, { readOnly: true });
    const rows = db.prepare(sql).all();
    db.close();
    return Promise.resolve(rows);
  };
  const close = (): Promise<void> => Promise.resolve(disk?.unmount());
  return { address, receivers: 1, hasDisk: true, disk, ...lookUp(read), close };
}

async function onPostgres(): Promise<Backend> {
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: server.address });
  await client.connect();
  await client.query('SET search_path TO handrail');
  const read: Read = async (sql) => (await client.query<Record<string, unknown>>(sql)).rows;
  const close = async (): Promise<void> => {
    await client.end();
    await server.stop();
  };
  const { address } = server;
  return { address, receivers: 3, hasDisk: false, disk: undefined, ...lookUp(read), close };
}

/** Makes a database for a run: `sqlite` on a small disk of its own, or a `postgres` server. */
export async function openBackend(engine: string, folder: string): Promise<Backend> {
  return engine === 'postgres' ? onPostgres() : onSqlite(folder);
}
