import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { pathOf } from '../../scripts/machine.ts';
import { CLI, handrail, post, receiving } from './cli-process.ts';
import { startPostgres } from './postgres-server.ts';
import { freePort } from './proxy-servers.ts';
import { GOOD, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';
import { startSmtp } from './smtp-server.ts';
import type { SmtpServer } from './smtp-server.ts';

const PAGE = readFileSync('docs/receiver/upgrade.md', 'utf8');
const FIRST = ['AA2A-A2AA', 'BB2B-B2BB', 'CC2C-C2CC', 'DD2D-D2DD'];

const schema = (name: string): string =>
  readFileSync(`test/server/first-schemas/${name}.sql`, 'utf8');

/** The commands under two headings of the page, one a line. */
function commands(database: string, way: string): readonly string[] {
  const part = PAGE.split(/^## /m).find((one) => one.startsWith(database)) ?? '';
  const step = part.split(/^### /m).find((one) => one.startsWith(way)) ?? '';
  const [, block = ''] = /```sh\n([^]*?)\n```/.exec(step) ?? [];
  assert.notEqual(block, '', `${database}: ${way}`);
  return block.split('\n');
}

describe('The page on upgrading, followed line by line', () => {
  let disk: Scratch;
  let mail: SmtpServer;
  let port: string;
  let running: Awaited<ReturnType<typeof receiving>> | undefined;
  /** Which version the page has installed. The older one is not in this tree: it is never started. */
  let version: string;

  beforeEach(async () => {
    disk = scratch();
    mail = await startSmtp();
    port = String(await freePort());
    version = 'old';
    for (const name of ['etc', 'lib', 'backups', 'bin']) mkdirSync(join(disk.folder, name));
    const script = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
    writeFileSync(join(disk.folder, 'bin', 'handrail'), script, { mode: 0o755 });
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await mail.stop();
    disk.remove();
  });

  const configure = (database: string): void => {
    const email = 'formats@council.example';
    const organisation = { name: 'Example Council', email };
    const smtp = { url: mail.url, from: email };
    const settings = { database, port: Number(port), organisation, smtp };
    writeFileSync(join(disk.folder, 'etc', 'handrail.json'), JSON.stringify(settings));
  };

  const systemctl = async (action: string): Promise<void> => {
    if (action !== 'start') {
      await running?.stop();
      running = undefined;
    }
    if (action === 'stop' || version === 'old') return;
    const config = ['--config', join(disk.folder, 'etc', 'handrail.json'), '--port', port];
    running = await receiving(config, { cwd: disk.folder });
  };

  /** Follows the page with this machine's folders in the place of the page's. @returns what it printed. */
  const follow = async (database: string, way: string, address = ''): Promise<string> => {
    let printed = '';
    for (const line of commands(database, way)) {
      const [program, action = ''] = line.split(' ');
      const [, installed] = /^npm install .*handrail-(\w+)\.tgz$/.exec(line) ?? [];
      if (installed !== undefined) version = installed;
      else if (program === 'systemctl') await systemctl(action);
      else {
        const here = line
          .replaceAll('/etc/handrail/', `${disk.folder}/etc/`)
          .replaceAll('/var/lib/handrail/', `${disk.folder}/lib/`)
          .replaceAll('/var/backups/handrail/', `${disk.folder}/backups/`)
          // There is no such user here.
          .replace('install -o handrail', 'install');
        const programs = [join(disk.folder, 'bin'), dirname(pathOf('initdb') ?? '')];
        const child = spawn('bash', ['-euc', here], {
          env: { PATH: [...programs, process.env['PATH']].join(':'), DATABASE: address },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const exit = once(child, 'exit');
        const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
        assert.deepEqual(await exit, [0, null], `${line}\n${err}`);
        printed += out;
      }
    }
    return printed;
  };

  const sendOne = async (): Promise<string> => {
    const answer = await post(`http://127.0.0.1:${port}/requests`, GOOD);
    assert.equal(answer.status, 201);
    return ((await answer.json()) as { reference: string }).reference;
  };

  /** Everything that is kept of the first requests, as today's version reads it. */
  const read = async (references: readonly string[]): Promise<string> => {
    const config = ['--config', join(disk.folder, 'etc', 'handrail.json')];
    const shown = references.map(async (reference) => {
      const { out } = await handrail(['requests', 'show', reference, ...config], {
        cwd: disk.folder,
      });
      return out;
    });
    return (await Promise.all(shown)).join('');
  };
  const exported = (): string => readFileSync(join(disk.folder, 'backups', 'after.csv'), 'utf8');

  test('takes the first schema on SQLite to the newest, and back', async () => {
    const file = join(disk.folder, 'lib', 'requests.db');
    const first = new DatabaseSync(file);
    first.exec(schema('sqlite'));
    const rows = JSON.stringify(first.prepare('SELECT * FROM requests ORDER BY id').all());
    first.close();
    configure(file);
    const references = FIRST.slice(0, 3);

    const printed = await follow('SQLite', 'To the newer version');
    for (const reference of references) assert.ok(printed.includes(reference), reference);
    const shown = await read(references);
    for (const one of ["Łukasz O'Hara", 'Line one', '🦮', '020 7946 0123']) {
      assert.ok(shown.includes(one), one);
    }
    const since = await sendOne();

    await follow('SQLite', 'Back to the older version');
    const restored = new DatabaseSync(file, { readOnly: true });
    assert.equal(restored.prepare('PRAGMA user_version').get()?.['user_version'], 1);
    const again = restored.prepare('SELECT * FROM requests ORDER BY id').all();
    assert.equal(JSON.stringify(again), rows);
    restored.close();
    for (const reference of [...references, since]) assert.ok(exported().includes(reference));

    // And forward once more, as somebody does who has found out what was wrong.
    version = 'new';
    await systemctl('start');
    assert.equal(await read(references), shown);
  });

  test('takes the first schema on PostgreSQL to the newest, and back', async () => {
    const server = await startPostgres();
    const client = new pg.Client({ connectionString: server.address });
    await client.connect();
    try {
      await client.query(schema('postgres'));
      const all = async (): Promise<string> => {
        const tables = ['requests', 'changes', 'deliveries', 'chores', 'version'];
        const results = [];
        for (const table of tables) {
          const order = table === 'chores' || table === 'version' ? '1' : 'id';
          results.push(
            (await client.query(`SELECT * FROM handrail.${table} ORDER BY ${order}`)).rows,
          );
        }
        return JSON.stringify(results);
      };
      const before = await all();
      configure(server.address);

      const printed = await follow('PostgreSQL', 'To the newer version', server.address);
      for (const reference of FIRST.filter((one) => one !== 'CC2C-C2CC')) {
        assert.ok(printed.includes(reference), reference);
      }
      const shown = await read(FIRST);
      for (const one of ["Łukasz O'Hara", 'Rang, no answer', 'three links', '🦮']) {
        assert.ok(shown.includes(one), one);
      }
      const since = await sendOne();

      await follow('PostgreSQL', 'Back to the older version', server.address);
      assert.equal(await all(), before);
      const newer = await client.query<{ reference: string }>(
        'SELECT reference FROM handrail_newer.requests ORDER BY id',
      );
      assert.deepEqual(
        newer.rows.map(({ reference }) => reference),
        [...FIRST, since],
      );
      for (const reference of [...FIRST, since]) assert.ok(exported().includes(reference));
    } finally {
      await client.end();
      await running?.stop();
      running = undefined;
      await server.stop();
    }
  });
});
