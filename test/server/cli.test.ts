import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readConfig } from '../../src/cli/config.ts';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { openSqlite } from '../../src/receiver/index.ts';
import type { Store } from '../../src/receiver/index.ts';
import { asked, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';
import { report } from './bounce-mails.ts';
import { startSmtp } from './smtp-server.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

let disk: Scratch;
beforeEach(() => {
  disk = scratch();
});
afterEach(() => {
  disk.remove();
});

function start(args: string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [CLI, ...args], {
    cwd: disk.folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function handrail(...args: string[]) {
  const child = start(args);
  const exit = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await exit) as [number];
  return { status, out, err };
}

/** Starts the receiver on a free port, and gives its address. */
async function receiving(args: string[], env?: Record<string, string>) {
  const child = start(['receive', '--port', '0', ...args], env);
  const log: string[] = [];
  createInterface(child.stderr).on('line', (line) => log.push(line));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    const [status] = (await once(child, 'exit')) as [unknown];
    return status;
  };
  return { url: /http:\S+/.exec(line)?.[0] ?? '', log, stop };
}

const BODY = { document: ['The plan'], format: ['audio'], email: 'pat@example.org' };

async function send(url: string, body: object = BODY): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return ((await answer.json()) as { reference: string }).reference;
}

describe('handrail receive', () => {
  test('takes requests from one settings file, tells the organisation, and stops when asked', async () => {
    const mail = await startSmtp();
    const settings = {
      database: 'data/requests.db',
      organisation: { name: 'Example Council', email: 'formats@council.example' },
      smtp: { url: mail.url },
      replyDays: 10,
    };
    writeFileSync(join(disk.folder, 'handrail.json'), JSON.stringify(settings));
    const receiver = await receiving([]);
    const reference = await send(receiver.url);
    while (mail.mails.length < 2) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(
      new Set(mail.mails.map(({ to }) => to[0])),
      new Set(['formats@council.example', 'pat@example.org']),
    );
    assert.equal(await receiver.stop(), 0);
    assert.ok(existsSync(join(disk.folder, 'data/requests.db')));
    const log = receiver.log.join('\n');
    assert.match(log, new RegExp(` 201 ${reference}$`, 'm'));
    assert.doesNotMatch(log, /pat@|plan|audio/i);
    await mail.stop();
  });

  test('is set by environment variables alone, and they win over the file', async () => {
    writeFileSync(join(disk.folder, 'handrail.json'), '{"replyDays": 10}');
    const env = { HANDRAIL_REPLY_DAYS: '1', HANDRAIL_DATABASE: disk.file, HANDRAIL_PATH: '/ask' };
    const receiver = await receiving([], env);
    assert.match(receiver.url, /\/ask$/);
    await send(receiver.url);
    await receiver.stop();
    assert.equal(disk.rows()[0]?.['reply_within'], 1);
  });

  test('copies a database while it is written to, and the copy can be put in its place', async () => {
    const receiver = await receiving(['--database', disk.file]);
    const first = await send(receiver.url);
    const copy = join(disk.folder, 'copy.db');
    const { status, out } = await handrail('receive', 'backup', copy, '--database', disk.file);
    assert.equal(status, 0);
    assert.match(out, /^Copied 1 requests/);
    assert.equal(statSync(copy).mode & 0o777, 0o600);
    await send(receiver.url, { ...BODY, notes: 'later' });
    await receiver.stop();
    const restored = await receiving(['--database', copy]);
    await send(restored.url, { ...BODY, notes: 'after the restore' });
    await restored.stop();
    const { out: list } = await handrail('requests', '--json', '--database', copy);
    const { requests } = JSON.parse(list) as { requests: { reference: string }[] };
    assert.equal(requests.length, 2);
    assert.ok(requests.some(({ reference }) => reference === first));
    const again = await handrail('receive', 'backup', copy, '--database', disk.file);
    assert.equal(again.status, 1);
    assert.match(again.err, /is there already/);
  });

  test('a mail system hands over what came back, and staff are told', async () => {
    const smtp = await startSmtp();
    const to = 'formats@council.example';
    const settings = { smtp: { url: smtp.url, from: 'forms@council.example', to } };
    writeFileSync(join(disk.folder, 'handrail.json'), JSON.stringify(settings));
    const receiver = await receiving(['--database', disk.file]);
    await send(receiver.url, BODY);
    while (smtp.mails.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await receiver.stop();
    const sent = smtp.mails.find((mail) => mail.to.includes(BODY.email));
    const mail = join(disk.folder, 'mail');
    writeFileSync(mail, report({ returned: [`Message-ID: ${sent?.header('Message-ID') ?? ''}`] }));
    const bounce = ['receive', 'bounce', mail, '--database', disk.file];
    assert.deepEqual((await handrail(...bounce)).out, 'Noted at its request.\n');
    assert.match(smtp.mails[2]?.text ?? '', /did not arrive over "email-acknowledgement"/);
    assert.deepEqual(smtp.mails[2]?.to, [to]);
    assert.match((await handrail('requests', '--database', disk.file)).out, /1 messages could not/);
    assert.match((await handrail(...bounce)).out, /Nothing was changed/);
    await smtp.stop();
  });

  test('says in a sentence what is wrong with its settings', async () => {
    const cases: [string, RegExp][] = [
      ['{"replyDay": 5}', /There is no setting "replyDay"\. The settings here are: database/],
      ['{"replyDays": "5"}', /"replyDays" must be a number/],
      ['{"organisation": "Us"}', /"organisation" must be a group/],
      ['{"organisation": {"nam": "Us"}}', /There is no setting "organisation\.nam"/],
      ['{"smtp": {}}', /"smtp\.url" is missing/],
      ['{', /is not JSON/],
      ['{"calendar": {"division": "wales"}}', /england-and-wales, scotland/],
      ['{"calendar": {"closures": ["30/11/2026"]}}', /"calendar\.closures" must be a date such as/],
      ['{"keepDays": -5}', /"keepDays" must be a whole number of days, 1 or more, not -5/],
      ['{"proxies": -1}', /"proxies" must be a whole number from 0 on, not -1/],
      ['{"replyDays": 1.5}', /"replyDays" must be a whole number from 1 to 100/],
      ['{"limits": {"flood": -1}}', /"limits\.flood" must be/],
      [
        '{"smtp": {"url": "smtp://a.example", "to": "the council"}}',
        /"smtp\.to" must be one email/,
      ],
      ['{"smtp": {"url": "mail.example"}}', /"smtp\.url" must be written like smtp:/],
      ['{"documentHosts": ["https://a.example"]}', /"documentHosts" must be a host such as/],
      ['{"keepDays": 0, "proxies": 0.5}', /"keepDays" must be .*\n"proxies" must be/],
    ];
    for (const [file, message] of cases) {
      writeFileSync(join(disk.folder, 'handrail.json'), file);
      const { status, err } = await handrail('receive', '--port', '0');
      assert.equal(status, 2, file);
      assert.match(err, message);
    }
  });

  test('says when somebody else has its port', async () => {
    const first = await receiving(['--database', disk.file]);
    const port = new URL(first.url).port;
    const { status, err } = await handrail('receive', '--port', port, '--database', disk.file);
    assert.equal(status, 2);
    assert.match(err, /Something else listens on port/);
    await first.stop();
  });
});

describe('handrail check', () => {
  const check = async (config: object, env: Record<string, string> = {}) => {
    writeFileSync(join(disk.folder, 'handrail.json'), JSON.stringify(config));
    const child = start(['check'], env);
    const exit = once(child, 'exit');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = (await exit) as [number];
    return { status, out, err };
  };
  const organisation = { name: 'Example Council', email: 'formats@council.example' };

  test('says that all is in order, sends nothing and makes nothing', async () => {
    const mail = await startSmtp();
    const config = { database: disk.file, organisation, smtp: { url: mail.url } };
    const { status, out, err } = await check(config);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /The database: in order\.\nThe channel "email": in order/);
    assert.equal(mail.mails.length, 0);
    assert.ok(!existsSync(disk.file));
    await mail.stop();
  });

  test('says everything that is wrong, and ends with 1', async () => {
    const config = {
      database: '/dev/null/requests.db',
      smtp: { url: 'smtp://127.0.0.1:1', from: 'a@b.example', to: 'a@b.example' },
      webhook: { url: 'http://127.0.0.1:65000/', secret: 'a secret of twenty-four bytes' },
    };
    const { status, err } = await check(config, { HANDRAIL_REPLYDAYS: '3' });
    assert.equal(status, 1);
    for (const sentence of [
      /The variable HANDRAIL_REPLYDAYS means nothing/,
      /\/dev\/null\/requests\.db cannot be written/,
      /The channel "email": No mail server: E\w+/,
      /The channel "webhook": The webhook cannot be reached: \w+/,
      /No organisation is named/,
    ]) {
      assert.match(err, sentence);
    }
  });

  test('tells a file that is no database, and a server that is not there', async () => {
    writeFileSync(
      disk.file,
      'Not a database, but long enough to be taken for one by its size. '.repeat(20),
    );
    assert.match((await check({ database: disk.file })).err, /is no SQLite database/);
    const { err } = await check({ database: 'postgresql://u:secret@127.0.0.1:1/x' });
    assert.match(err, /The database: PostgreSQL: Nothing answers there\./);
    assert.doesNotMatch(err, /secret/);
  });
});

describe('Secrets', () => {
  test('come from files that a variable names, or from systemd’s credentials', () => {
    const path = join(disk.folder, 'HANDRAIL_SMTP_URL');
    writeFileSync(path, 'smtp://user:secret@mail.example:587\n');
    const file = readConfig(undefined, { HANDRAIL_SMTP_URL_FILE: path });
    assert.equal(file.smtp?.url, 'smtp://user:secret@mail.example:587');
    const credential = readConfig(undefined, { CREDENTIALS_DIRECTORY: disk.folder });
    assert.equal(credential.smtp?.url, file.smtp.url);
  });

  test('that cannot be read, or are given twice, are a sentence', () => {
    assert.throws(
      () => readConfig(undefined, { HANDRAIL_NOTIFY_KEY_FILE: '/nowhere' }),
      /HANDRAIL_NOTIFY_KEY_FILE: \/nowhere cannot be used: it is not there/,
    );
    assert.throws(
      () => readConfig(undefined, { HANDRAIL_PORT: '1', HANDRAIL_PORT_FILE: '/x' }),
      /are both set/,
    );
  });
});

describe('The settings', () => {
  test('are all in the example of the manual, which can be read as it stands', () => {
    const manual = readFileSync(new URL('../../docs/receiver.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n(\{[\s\S]*?\n\})\n```/.exec(manual) ?? [];
    const file = join(disk.folder, 'example.json');
    writeFileSync(file, example);
    const config = readConfig(file, {});
    assert.equal(config.organisation?.name, 'Marshwell Council');
    assert.ok(config.smtp && config.notify && config.webhook && config.limits);
  });
});

describe('handrail requests', () => {
  let store: Store;
  beforeEach(() => {
    store = openSqlite(disk.file);
  });
  afterEach(() => store.close());

  const ask = async (key: string, replyBy: string, fields: [string, string][] = []) => {
    const request = readRequest([['document', `Document ${key}`], ['format', 'audio'], ...fields]);
    const kept = await store.accept(asked(key, { replyBy, request, deliveries: ['mail'] }));
    assert.ok(kept.outcome === 'new');
    return kept.receipt.reference;
  };
  const requests = (...args: string[]) => handrail('requests', ...args, '--database', disk.file);

  test('lists what is overdue first, and what is due later last', async () => {
    const late = await ask('key-later', '2999-01-01');
    const over = await ask('key-overdue', '2020-01-01');
    const { status, out } = await requests();
    assert.equal(status, 0);
    assert.match(out, new RegExp(`^Overdue \\(1\\)\n  ${over}  2020-01-01  new .*key-overdue`));
    assert.match(out, new RegExp(`Due later \\(1\\)\n  ${late}`));
  });

  test('lists what is in quarantine before everything else, and all there is', async () => {
    const request = readRequest([
      ['document', 'An offer'],
      ['format', 'audio'],
    ]);
    await store.accept(asked('key-held-1', { request, quarantine: ['links'] }));
    for (let at = 0; at < 1100; at += 1) await ask(`key-${String(at)}-long`, '2020-01-01');
    const { out } = await requests();
    assert.match(out, /^In quarantine, to be looked at \(1\)\n.*An offer\n"show" says why/);
    assert.match(out, /Overdue \(1100\)/);
  });

  test('finds what is kept of somebody, and erases it', async () => {
    const reference = await ask('key-12345', '2999-01-01', [['email', 'sam@example.org']]);
    assert.match((await requests('find', 'SAM@example.org')).out, new RegExp(reference));
    assert.match((await requests('erase', reference, '--by', 'Kim')).out, /are erased/);
    assert.match((await requests('find', 'sam@example.org')).out, /Nothing is kept/);
    assert.match((await requests('show', reference)).out, /by Kim: Personal details were erased/);
  });

  test('refuses a note that is too long, and loses nothing of it in silence', async () => {
    const reference = await ask('key-12345', '2999-01-01');
    const { status, err } = await requests('set', reference, 'done', '--note', 'a'.repeat(2007));
    assert.equal(status, 2);
    assert.match(err, /shorten it by 7 characters/);
  });

  test('shows one request, however its reference is typed', async () => {
    const reference = await ask('key-12345', '2999-01-01', [['notes', 'Please ring']]);
    const { out } = await requests('show', reference.toLowerCase().replace('-', ' '));
    assert.match(out, /Document: Document key-12345/);
    assert.match(out, /Please ring/);
    assert.match(out, /Messages\n {2}mail: waiting/);
  });

  test('notes who did what', async () => {
    const reference = await ask('key-12345', '2999-01-01');
    const args = ['--note', 'Rang, will send on Friday', '--by', 'Sam'];
    const { out } = await requests('set', reference, 'acknowledged', ...args);
    assert.match(out, /State: acknowledged/);
    assert.match(out, /: acknowledged, by Sam: Rang, will send on Friday/);
    assert.equal((await store.find(reference))?.history[0]?.by, 'Sam');
  });

  test('writes CSV in which nothing that was typed is a formula', async () => {
    const formulas = ['=1+1', '+44 20', '-1', '@SUM(A1)', ' =1', '＝1', '\t=1', '"quoted", and'];
    for (const [at, notes] of formulas.entries()) {
      await ask(`key-${String(at)}-long`, '2999-01-01', [['notes', notes]]);
    }
    const out = join(disk.folder, 'all.csv');
    const { err } = await requests('export', '--out', out);
    assert.match(err, /Wrote 8 requests/);
    assert.equal(statSync(out).mode & 0o777, 0o600);
    const csv = readFileSync(out, 'utf8');
    assert.ok(csv.startsWith('\uFEFF"reference","state"'));
    assert.doesNotMatch(csv, /"\s*[=+\-@＝]/);
    assert.match(csv, /"""quoted"", and"/);
    assert.equal((await requests('export', '--out', out)).status, 2);
  });

  test('counts what is asked for, and says what to publish', async () => {
    for (let at = 0; at < 3; at += 1) {
      const request = readRequest([
        ['document', 'https://a.example/plan.pdf The plan'],
        ['format', 'bsl'],
      ]);
      await store.accept(asked(`key-${String(at)}-long`, { request }));
    }
    const { out } = await requests('counts');
    assert.match(out, /bsl: 3 times/);
    assert.match(
      out,
      /The plan <https:\/\/a\.example\/plan\.pdf>: asked for 3 times; publish it as HTML/,
    );
    const counts = JSON.parse((await requests('counts', '--json')).out) as { formats: unknown };
    assert.deepEqual(counts.formats, [{ format: 'bsl', requests: 3 }]);
  });

  test('shows no character that would move the field of a terminal', async () => {
    const reference = await ask('key-12345', '2999-01-01', [
      ['name', 'Pat \u009b31m\u001b[2J\u202eX'],
    ]);
    const { out } = await requests('show', reference);
    assert.doesNotMatch(out, /[\u001b\u009b\u202e]/);
  });

  test('says in a sentence what cannot be done', async () => {
    const cases: [string[], RegExp][] = [
      [['show'], /Give the reference/],
      [['show', 'AAAA-AAAA'], /There is no request AAAA-AAAA/],
      [['set', 'AAAA-AAAA', 'gone'], /Give a state: new, acknowledged/],
      [['dance'], /"dance" is not something/],
      [['--nope'], /Unknown option '--nope'/],
    ];
    for (const [args, message] of cases) {
      const { status, err } = await requests(...args);
      assert.notEqual(status, 0);
      assert.match(err, message);
    }
    const { err } = await handrail('requests', '--database', 'nowhere.db');
    assert.match(err, /There is no database at nowhere\.db/);
    assert.match((await handrail('rquests')).err, /There is no command "rquests"/);
  });
});
