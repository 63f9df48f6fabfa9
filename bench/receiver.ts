/**
 * The receiver beside a bare node:http handler that writes the same row, on SQLite and PostgreSQL,
 * in one run on one machine; and its memory with 100,000 requests in the store. Rounds alternate,
 * so that what else the machine does hits both alike. Prints a table in Markdown.
 *
 *   npm run bench:receiver
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { openSqlite } from '../src/receiver/index.ts';
import { startPostgres } from '../test/server/postgres-server.ts';

const CLIENTS = 32;
const REQUESTS = 2000;
const ROUNDS = 3;
const STORED = 100_000;
const SERVER = new URL('receiver-server.ts', import.meta.url);

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

async function start(kind: string, engine: string, address: string): Promise<Running> {
  const child = fork(SERVER, [kind, engine, address], { execArgv: ['--expose-gc'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { process: child, port };
}

async function stop({ process: child }: Running): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

async function post(agent: Agent, port: number): Promise<number> {
  const began = performance.now();
  const sent = request({
    agent,
    port,
    method: 'POST',
    path: '/requests',
    headers: { 'Content-Type': 'application/json' },
  });
  sent.end(
    JSON.stringify({
      document: ['https://council.example/plan.pdf The plan'],
      format: ['audio'],
      email: 'pat@example.org',
      notes: 'Please ring before you send it.',
      _key: randomUUID(),
    }),
  );
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await text(response);
  if (response.statusCode !== 201) throw new Error(`Status ${String(response.statusCode)}`);
  return performance.now() - began;
}

/** Sends many requests over kept connections, and gives requests per second and the 99th percentile in ms. */
async function load(port: number, count: number): Promise<{ rate: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const times: number[] = [];
  let left = count;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await post(agent, port));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const rate = (count / (performance.now() - began)) * 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { rate, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function compare(engine: string, addresses: readonly [string, string]): Promise<void> {
  const servers = [
    await start('bare', engine, addresses[0]),
    await start('receiver', engine, addresses[1]),
  ];
  const results = servers.map(() => [] as { rate: number; p99: number }[]);
  for (const { port } of servers) await load(port, 500); // Warms up.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, { port }] of servers.entries()) results[at]?.push(await load(port, REQUESTS));
  }
  for (const server of servers) await stop(server);
  const [bare, receiver] = results.map((rounds) => ({
    rate: median(rounds.map(({ rate }) => rate)),
    p99: median(rounds.map(({ p99 }) => p99)),
  })) as [{ rate: number; p99: number }, { rate: number; p99: number }];
  const cell = (number: number, digits: number): string => number.toFixed(digits);
  console.log(
    `| ${engine} | ${cell(bare.rate, 0)} | ${cell(receiver.rate, 0)} | **${cell(receiver.rate / bare.rate, 2)}** ` +
      `| ${cell(bare.p99, 1)} | ${cell(receiver.p99, 1)} | **${cell(receiver.p99 / bare.p99, 2)}** |`,
  );
}

async function memory(child: ChildProcess): Promise<{ rss: number; heapUsed: number }> {
  child.send('memory');
  const [usage] = (await once(child, 'message')) as [{ rss: number; heapUsed: number }];
  return usage;
}

/** Copies one request many times over, as fast as the database can. */
async function fill(file: string): Promise<void> {
  await openSqlite(file).close();
  const db = new DatabaseSync(file);
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(STORED)})
    INSERT INTO requests (key, fingerprint, reference, token, received_at, reply_by, reply_within,
      contact_by, documents, formats, answers)
    SELECT 'key-' || i, hex(randomblob(32)), 'ref-' || i, hex(randomblob(16)),
      '2026-11-23T10:00:00.000Z', '2026-11-30', 5, 'email',
      '[{"title":"The plan","url":"https://council.example/plan.pdf"}]', '["audio"]',
      '{"email":"pat@example.org","notes":"Please ring before you send it."}' FROM n`);
  db.close();
}

async function measureMemory(folder: string): Promise<void> {
  const use = async (file: string): Promise<{ rss: number; heapUsed: number }> => {
    const server = await start('receiver', 'sqlite', file);
    await load(server.port, 1000);
    const usage = await memory(server.process);
    await stop(server);
    return usage;
  };
  const [empty, full] = [join(folder, 'empty.db'), join(folder, 'full.db')];
  await fill(full);
  const before = await use(empty);
  const after = await use(full);
  const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);
  console.log(`
Memory after 1,000 requests more (resident, and JavaScript heap), in MB:
${megabytes(before.rss)} and ${megabytes(before.heapUsed)} with an empty store, ${megabytes(after.rss)} and ${megabytes(after.heapUsed)} with ${String(STORED)} requests in it: ${(after.rss / before.rss).toFixed(2)} times as much.`);
}

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
console.log(`${String(ROUNDS)} rounds of ${String(REQUESTS)} requests from ${String(CLIENTS)} clients; medians.

| store | bare, requests/s | receiver, requests/s | ratio | bare, p99 ms | receiver, p99 ms | ratio |
|---|---|---|---|---|---|---|`);
await compare('sqlite', [join(folder, 'bare.db'), join(folder, 'receiver.db')]);
const postgres = await startPostgres();
await compare('postgres', [postgres.address, postgres.address]);
await postgres.stop();
await measureMemory(folder);
rmSync(folder, { recursive: true });
