/**
 * The receiver beside a bare node:http handler that writes the same row, on SQLite and PostgreSQL,
 * in one run on one machine; and its memory with 100,000 requests in the store. Rounds alternate,
 * so that what else the machine does hits both alike. Prints a table in Markdown, and how busy the machine
 * was with other things.
 *
 *   npm run bench:receiver
 */
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../src/receiver/index.ts';
import { startPostgres } from '../test/server/postgres-server.ts';

const CLIENTS = 32;
const CROWD = 200;
const REQUESTS = 2000;
const ROUNDS = 5;
const STORED = 100_000;
const SERVER = new URL('receiver-server.ts', import.meta.url);
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

/** What a server did with one load. */
interface Round {
  /** Requests per second from `CLIENTS` clients. */
  readonly rate: number;
  /** Microseconds of processor time that the server spent on each of them. */
  readonly cpu: number;
  /** The 99th percentile of the time to an answer for `CROWD` clients, in ms. */
  readonly p99: number;
}

async function start(kind: string, engine: string, address: string): Promise<Running> {
  const child = fork(SERVER, [kind, engine, address]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { process: child, port };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

async function cpuTime(child: ChildProcess): Promise<number> {
  child.send('usage');
  const [cpu] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return cpu.user + cpu.system;
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
async function load(
  port: number,
  count: number,
  clients: number,
): Promise<{ rate: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let left = count;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await post(agent, port));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = (count / (performance.now() - began)) * 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { rate, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

async function round({ process: child, port }: Running): Promise<Round> {
  const before = await cpuTime(child);
  const { rate } = await load(port, REQUESTS, CLIENTS);
  const cpu = ((await cpuTime(child)) - before) / REQUESTS;
  const { p99 } = await load(port, REQUESTS, CROWD);
  return { rate, cpu, p99 };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

async function compare(engine: string, addresses: readonly [string, string]): Promise<void> {
  const servers = [
    await start('bare', engine, addresses[0]),
    await start('receiver', engine, addresses[1]),
  ] as const;
  const results = servers.map(() => [] as Round[]);
  for (const { port } of servers) await load(port, 1000, CLIENTS); // Warms up.
  for (let at = 0; at < ROUNDS; at += 1) {
    for (const [which, server] of servers.entries()) results[which]?.push(await round(server));
  }
  for (const server of servers) await stop(server.process);
  const cells = (['rate', 'cpu', 'p99'] as const).flatMap((what) => {
    const [bare = 0, receiver = 0] = results.map((rounds) =>
      median(rounds.map((one) => one[what])),
    );
    const digits = what === 'p99' ? 1 : 0;
    const ratio = (receiver / bare).toFixed(2);
    return [bare.toFixed(digits), receiver.toFixed(digits), `**${ratio}**`];
  });
  console.log(`| ${[engine, ...cells].join(' | ')} |`);
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

/** How much memory the command takes that an operator starts, in MB: at first, and after 1,000 requests. */
async function memory(folder: string, database: string): Promise<readonly [number, number]> {
  const config = join(folder, 'handrail.json');
  const limits = { perAddress: 0, floodPerAddress: 0, flood: 0 };
  const organisation = { name: 'Example Council' };
  writeFileSync(config, JSON.stringify({ database, organisation, limits }));
  const args = [CLI, 'receive', '--config', config, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const port = Number(/:(\d+)\//.exec(line)?.[1]);
  const resident = (): number => {
    const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  };
  const before = resident();
  await load(port, 1000, CLIENTS);
  const after = resident();
  await stop(child);
  return [before, after];
}

async function measureMemory(folder: string): Promise<void> {
  const [empty, full] = [join(folder, 'empty.db'), join(folder, 'full.db')];
  await fill(full);
  const show = ([before, after]: readonly [number, number]): string =>
    `${before.toFixed(0)} at first and ${after.toFixed(0)} after 1,000 requests`;
  console.log(
    `\nResident memory of \`handrail receive\`, in MB: ${show(await memory(folder, empty))} with an empty store, ` +
      `${show(await memory(folder, full))} with ${STORED.toLocaleString('en-GB')} in it.`,
  );
}

/** Which share of the processors other things kept busy for two seconds. */
async function busyness(): Promise<number> {
  const sum = (): readonly [number, number] =>
    cpus().reduce(
      ([idle, all], { times }) => [
        idle + times.idle,
        all + times.idle + times.user + times.sys + times.nice + times.irq,
      ],
      [0, 0],
    );
  const [idle, all] = sum();
  await wait(2000);
  const [idleNow, allNow] = sum();
  return 1 - (idleNow - idle) / (allNow - all);
}

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
const before = await busyness();
console.log(`${String(ROUNDS)} alternating rounds; medians. Requests per second and processor time from ${String(REQUESTS)} requests of
${String(CLIENTS)} clients, the 99th percentile from ${String(REQUESTS)} of ${String(CROWD)}.

| store | bare, requests/s | receiver, requests/s | ratio | bare, µs of CPU | receiver, µs of CPU | ratio | bare, p99 ms | receiver, p99 ms | ratio |
|---|---|---|---|---|---|---|---|---|---|`);
await compare('sqlite', [join(folder, 'bare.db'), join(folder, 'receiver.db')]);
const postgres = await startPostgres();
await compare('postgres', [postgres.address, postgres.address]);
await postgres.stop();
await measureMemory(folder);
const shares = [before, await busyness()];
const isQuiet = shares.every((share) => share < 0.1);
console.log(
  `\nThe machine, with ${String(cpus().length)} processors, was ${isQuiet ? 'quiet' : 'NOT QUIET'}: other things kept ` +
    `${shares.map((share) => `${(share * 100).toFixed(0)}%`).join(' before and ')} after of them busy.`,
);
rmSync(folder, { recursive: true });
