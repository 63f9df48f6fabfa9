import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Scenario } from './scenario.ts';
import { NO_LIMITS, ORGANISATION, startCommand } from './service.ts';

const PEOPLE = 10;
const LOOKS = 40;

/** A program that takes the write lock, says so, and keeps it until its input ends. */
const HOLDER = `
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(process.argv[1]);
  db.exec('BEGIN IMMEDIATE');
  console.log('held');
  process.stdin.resume().on('end', () => { db.exec('ROLLBACK'); db.close(); });`;

export const lock: Scenario = {
  name: 'lock',
  title: 'Another process holds the lock of the SQLite file',
  run: async (report) => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-lock-'));
    const config = join(folder, 'handrail.json');
    const database = join(folder, 'requests.db');
    writeFileSync(
      config,
      JSON.stringify({ database, organisation: ORGANISATION, limits: NO_LIMITS }),
    );
    const receiver = await startCommand(config);
    const holder = spawn(process.execPath, ['-e', HOLDER, database], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(createInterface(holder.stdout), 'line');
    let received = 0;
    const asking = Array.from({ length: PEOPLE }, async (_, number) => {
      // Whoever is told that it was not saved sends it again.
      while ((await receiver.ask(number))[0] === 503);
      received += 1;
    });
    let healthy = 0;
    for (let look = 0; look < LOOKS; look += 1) {
      if ((await fetch(`${receiver.url}/health`)).status === 204) healthy += 1;
    }
    report.figure(
      'looks at /health that were answered under the lock',
      `${String(healthy)} of ${String(LOOKS)}`,
    );
    report.figure('requests that were called received under the lock', received);
    report.rule(
      'The receiver answers others while a request waits for the lock.',
      healthy === LOOKS,
    );
    report.rule('Nothing is called received while another process holds the lock.', received === 0);
    holder.stdin.end();
    await once(holder, 'exit');
    await Promise.all(asking);
    await receiver.stop();
    const db = new DatabaseSync(database, { readOnly: true });
    const stored = Number(db.prepare('SELECT count(*) AS n FROM requests').get()?.['n']);
    db.close();
    report.figure(
      'received once it was let go, and in the file',
      `${String(received)} and ${String(stored)} of ${String(PEOPLE)}`,
    );
    report.rule(
      'Everything is kept once the lock is let go.',
      received === PEOPLE && stored === PEOPLE,
    );
    rmSync(folder, { recursive: true });
  },
};
