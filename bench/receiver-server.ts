/**
 * One server of the benchmark, in a process of its own: the receiver as it is installed, or a bare node:http
 * handler that writes the same row and does nothing else.
 *
 *   node bench/receiver-server.ts (receiver|bare) (sqlite FILE|postgres ADDRESS)
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestListener } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';

// What is built, and not its source: whoever runs the receiver has no compiler in the process.
const BUILT = new URL('../dist/receiver/index.js', import.meta.url).href;
const { createReceiver, openPostgres, openSqlite, toNodeListener } = (await import(
  BUILT
)) as typeof import('../src/receiver/index.ts');

const [kind = '', engine = '', address = ''] = process.argv.slice(2);

const INSERT = `(key, fingerprint, reference, token, received_at, reply_by, reply_within, contact_by,
  documents, formats, answers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** The row that the receiver would write, without having looked at anything. */
function row(body: string): (string | number)[] {
  const { document, format, ...answers } = JSON.parse(body) as Record<string, unknown>;
  const [key, fingerprint, reference, token] = [1, 2, 3, 4].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const lists = [document, format, answers].map((value) => JSON.stringify(value));
  const promise = [new Date().toISOString(), '2026-11-30', 5, 'email'];
  return [key, fingerprint, reference, token, ...promise, ...lists];
}

/** Both stores confirm a row only once it is on the disk, as the receiver's do. */
async function writer(): Promise<(body: string) => Promise<unknown>> {
  if (engine === 'postgres') {
    const { default: pg } = await import('pg');
    await (await openPostgres(address)).close(); // Makes the tables.
    const pool = new pg.Pool({ connectionString: address, max: 10 });
    return (body) => pool.query(`INSERT INTO handrail.requests ${INSERT}`, row(body));
  }
  await openSqlite(address).close();
  const db = new DatabaseSync(address);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const insert = db.prepare(`INSERT INTO requests ${INSERT.replace(/\$\d+/g, '?')}`);
  return (body) => Promise.resolve(insert.run(...row(body)));
}

async function listener(): Promise<RequestListener> {
  if (kind === 'receiver') {
    const store = engine === 'postgres' ? await openPostgres(address) : openSqlite(address);
    const limits = { perAddress: 0, floodPerAddress: 0, flood: 0 };
    const organisation = { name: 'Example Council' };
    return toNodeListener(createReceiver({ store, organisation, limits }));
  }
  const write = await writer();
  return (message, response) => {
    void text(message)
      .then(write)
      .then(() => {
        response.writeHead(201, { 'Content-Type': 'application/json' });
        response.end('{"reference":"AAAA-AAAA"}');
      });
  };
}

const server = createServer(await listener());
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', () => {
  process.send?.(process.cpuUsage());
});
