import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getSystemErrorMap } from 'node:util';
import { after, before, describe, test } from 'node:test';
import {
  FILE_ERRORS,
  NETWORK_ERRORS,
  sentenceOf,
  SQLITE_ERRORS,
} from '../../src/cli/system-errors.ts';
import { openSqlite } from '../../src/receiver/index.ts';
import { handrail } from './cli-process.ts';
import { asked, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

/** Root may read and write everything; without this right it is a user like any other. */
const AS_A_USER =
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']
    : [];

/** No sentence says it in the system's own words, or shows where in our code it was. */
const RAW = /\bE[A-Z]{4,}\b|ERR_|illegal operation|no such file|\n {4}at |errno|syscall/;

let disk: Scratch;
let taken: ReturnType<typeof createServer>;
before(async () => {
  disk = scratch();
  const file = (name: string, content: string | Buffer): void =>
    writeFileSync(join(disk.folder, name), content);
  mkdirSync(join(disk.folder, 'folder'));
  file('file', 'A file.\n');
  file('no.db', 'Not a database, but long enough to be taken for one. '.repeat(20));
  file('broken.json', '{ "smtp": { "url": "smtp://user:hunter2@mail.example" "from" } }');
  file('short.json', '{"a":hunter2}');
  file('empty.json', '');
  file('wide.json', Buffer.from('\ufeff{}', 'utf16le'));
  file('bom.json', '\ufeff{ "replyDays": 3 }');
  file('list.json', '[]');
  file('mine.json', '{}');
  file('mine.db', '');
  mkdirSync(join(disk.folder, 'locked'));
  symlinkSync('circle.json', join(disk.folder, 'circle.json'));
  for (const name of ['mine.json', 'mine.db', 'locked']) chmodSync(join(disk.folder, name), 0);
  await openSqlite(join(disk.folder, 'good.db')).close();
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
});
after(() => {
  taken.close();
  chmodSync(join(disk.folder, 'locked'), 0o700);
  disk.remove();
});

type Way = readonly [args: string, sentence: RegExp, env?: Readonly<Record<string, string>>];
const LONG = `${'a'.repeat(300)}.db`;
const NO_HOST = /there is no such host|its name cannot be looked up/;

/** What each command that reads settings and a database meets with. */
const OF_EACH: readonly Way[] = [
  ['--config folder', /The settings file folder cannot be used: it is a folder\. Name a file\./],
  ['--config none.json', /none\.json cannot be used: it is not there\. Check its name/],
  ['--config file/x.json', /x\.json cannot be used: a part of its path is a file\. Check/],
  ['--config circle.json', /circle\.json cannot be used: links lead round in a circle\. Check/],
  ['--config mine.json', /mine\.json cannot be used: this user has no right to it\. Change/],
  ['--config broken.json', /The settings file broken\.json is not JSON: .*line 1.* Mend it/],
  ['--config short.json', /The settings file short\.json is not JSON: .* Mend it/],
  ['--config empty.json', /The settings file empty\.json is not JSON: .* Mend it/],
  ['--config wide.json', /The settings file wide\.json is not JSON: .* Mend it/],
  ['--config list.json', /The settings file list\.json must hold one \{ … \}/],
  [
    '',
    /HANDRAIL_SMTP_URL_FILE: folder cannot be used: it is a folder/,
    { HANDRAIL_SMTP_URL_FILE: 'folder' },
  ],
  ['--database folder', /folder cannot be used: it is a folder\. Name a file\./],
  ['--database no.db', /no\.db .*is no SQLite database\. Name another file\./],
  [
    '--database file/x.db',
    /x\.db cannot be written|file cannot be used: a file of that name|no database at file\/x\.db\. Name/,
  ],
  [
    '--database mine.db',
    /mine\.db cannot be (used: this user has no right to it|written by this user)/,
  ],
  [
    '--database locked/x.db',
    /locked\/x\.db cannot be (used: this user has no right to it|written by this user)/,
  ],
  [`--database ${LONG}`, /a\.db cannot be used: its name is too long\. Choose a shorter one\./],
  [
    '--database mysql://host/name',
    /must be a file for SQLite, or an address that begins with postgresql/,
  ],
  ['--database postgresql://127.0.0.1:1/x', /Nothing answers there\. Start PostgreSQL, or correct/],
  [
    '--database postgresql://nowhere.invalid/x',
    /There is no such host\. Correct its name|looked up/,
  ],
  ['--database postgresql://a:b:c/x', /must be written like postgresql:\/\/user:password@host/],
];

const SMTP = { HANDRAIL_SMTP_FROM: 'a@b.example', HANDRAIL_SMTP_TO: 'a@b.example' };
const HOOK = { HANDRAIL_WEBHOOK_SECRET: 'a secret of twenty-four bytes' };

/** What one command alone meets with. `PORT` is one that is taken. */
const OF_ONE: readonly Way[] = [
  [
    'receive --database good.db --port PORT',
    /Something else listens on port \d+ of 127\.0\.0\.1\. Stop it/,
  ],
  [
    'receive --database good.db --host 192.0.2.1',
    /cannot listen on port 4600 of 192\.0\.2\.1\. Set another host/,
  ],
  ['receive --database good.db --host nowhere.invalid', NO_HOST],
  ['receive --database good.db --port 99999', /The port must be a whole number from 0 to 65535/],
  [
    'receive backup none/x.db --database good.db',
    /x\.db\.part cannot be used: it is not there\. Check/,
  ],
  [
    'receive backup good.db --database good.db',
    /good\.db is there already\. Give the copy another name/,
  ],
  ['receive backup x.db --database none.db', /There is no database at none\.db/],
  ['receive standby folder', /folder cannot be used: it is a folder\. Name a file\./],
  ['receive standby /dev/full', /\/dev\/full cannot be used: its disk is full\. Make room on it\./],
  ['receive standby locked/x', /locked\/x cannot be used: this user has no right to it/],
  [
    'requests export --out folder --database good.db',
    /folder cannot be used: a file of that name is there/,
  ],
  ['requests export --out none/x --database good.db', /none\/x cannot be used: it is not there/],
  [
    'requests --database none.db',
    /There is no database at none\.db\. Name it with --database FILE/,
  ],
  [
    'check --database good.db',
    /"email": .*nothing answers there\. Start it, or correct|"email": No mail server: ESOCKET, the connection broke\. Check/,
    { ...SMTP, HANDRAIL_SMTP_URL: 'smtp://127.0.0.1:1' },
  ],
  [
    'check --database good.db',
    /"smtp\.url" must be written like smtp:/,
    { ...SMTP, HANDRAIL_SMTP_URL: 'mail.example' },
  ],
  [
    'check --database good.db',
    /"webhook": .*, nothing answers there\. Start it, or correct/,
    { ...HOOK, HANDRAIL_WEBHOOK_URL: 'http://127.0.0.1:65111' },
  ],
  [
    'check --database good.db',
    NO_HOST,
    { ...HOOK, HANDRAIL_WEBHOOK_URL: 'https://nowhere.invalid' },
  ],
  [
    'check --database good.db',
    /"webhook\.url" must be an address that begins with https:/,
    { ...HOOK, HANDRAIL_WEBHOOK_URL: 'nowhere' },
  ],
];

describe('Whatever the system refuses is told in a sentence with what to do', () => {
  const look = async ([args, sentence, env = {}]: Way): Promise<void> => {
    const { port } = taken.address() as AddressInfo;
    const words = args.replace('PORT', String(port)).split(' ').filter(Boolean);
    const where = { cwd: disk.folder, env, through: AS_A_USER };
    const { status, out, err } = await handrail(words, where);
    assert.match(err, sentence, `handrail ${args}`);
    assert.ok(status === 1 || status === 2, `handrail ${args} ended with ${String(status)}`);
    // `check` names the network's own word as well, before the advice.
    const ours = words[0] === 'check' ? err.replace(/: [A-Z_]+(?=, )/g, '') : err;
    assert.doesNotMatch(ours, RAW, `handrail ${args}`);
    assert.doesNotMatch(out + err, /hunter2/);
  };

  for (const command of ['receive', 'check', 'requests']) {
    test(`by handrail ${command}, of settings and databases`, async () => {
      for (const [args, sentence, env] of OF_EACH)
        await look([`${command} ${args}`, sentence, env ?? {}]);
    });
  }

  test('and of what one command alone does', async () => {
    for (const way of OF_ONE) await look(way);
  });

  test('but a mark of UTF-8 before the settings is no mistake', async () => {
    const args = ['requests', '--config', 'bom.json', '--database', 'good.db'];
    const { status, err } = await handrail(args, { cwd: disk.folder });
    assert.deepEqual([status, err], [0, '']);
  });
});

describe('The table of what the system says', () => {
  const known = new Set([...getSystemErrorMap().values()].map(([name]) => name));

  test('has words of Node’s alone, and a sentence for each that names what it is about', () => {
    for (const [code, [wrong, todo]] of Object.entries(FILE_ERRORS)) {
      assert.ok(known.has(code), code);
      const error = Object.assign(new Error(`${code}: raw, open '/a/b'`), { code, path: '/a/b' });
      assert.equal(sentenceOf(error), `/a/b cannot be used: ${wrong}. ${todo}`);
    }
    for (const [code, [wrong, todo]] of Object.entries(NETWORK_ERRORS)) {
      const error = Object.assign(new Error(`raw ${code}`), {
        code,
        address: '192.0.2.1',
        port: 25,
      });
      assert.equal(sentenceOf(error), `192.0.2.1:25 cannot be reached: ${wrong}. ${todo}`);
      // `fetch` puts it into another error, and an attempt at several addresses into a list.
      const wrapped = new TypeError('fetch failed', { cause: new AggregateError([error]) });
      assert.equal(sentenceOf(wrapped), `192.0.2.1:25 cannot be reached: ${wrong}. ${todo}`);
    }
  });

  test('has a sentence for what SQLite really throws', async () => {
    const failing: (() => unknown)[] = [
      () => new DatabaseSync(join(disk.folder, 'none', 'x.db')),
      () => new DatabaseSync(join(disk.folder, 'no.db')).exec('CREATE TABLE t (x)'),
      () =>
        new DatabaseSync(join(disk.folder, 'good.db'), { readOnly: true }).exec('DELETE FROM jobs'),
      () => {
        const [one, two] = [1, 2].map(() => new DatabaseSync(join(disk.folder, 'good.db')));
        one?.exec('BEGIN IMMEDIATE');
        two?.exec('BEGIN IMMEDIATE');
      },
    ];
    const said = failing.map((fail) => {
      try {
        fail();
      } catch (error) {
        return sentenceOf(error, 'x.db');
      }
      return '';
    });
    assert.deepEqual(
      said,
      [14, 26, 8, 5].map((code) => {
        const [wrong, todo] = SQLITE_ERRORS[code] ?? [];
        return `The database x.db cannot be used: ${String(wrong)}. ${String(todo)}`;
      }),
    );
    const full = openSqlite(':memory:', { maxPages: 20 });
    const big = asked('key-12345', { page: 'x'.repeat(200_000) });
    await assert.rejects(full.accept(big), (error) =>
      sentenceOf(error).startsWith('The database cannot be used: its disk is full. Make room'),
    );
    await full.close();
    assert.ok(existsSync(join(disk.folder, 'good.db')));
  });
});
