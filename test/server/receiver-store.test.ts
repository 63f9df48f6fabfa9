import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { fingerprintOf } from '../../src/receiver/intake/fingerprint.ts';
import { backupSqlite, openSqlite } from '../../src/receiver/index.ts';
import { referenceFor } from '../../src/receiver/store/reference.ts';
import { asked, GOOD_FORM, NOW, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

/** A database as the first version of the schema had it, with one request in it. */
const VERSION_1 = `
  CREATE TABLE requests (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE, received_at TEXT NOT NULL,
    reply_by TEXT, reply_within INTEGER NOT NULL, contact_by TEXT NOT NULL,
    documents TEXT NOT NULL CHECK (json_valid(documents)),
    formats TEXT NOT NULL CHECK (json_valid(formats)),
    answers TEXT NOT NULL CHECK (json_valid(answers)), page TEXT, language TEXT
  ) STRICT;
  INSERT INTO requests VALUES (1, 'key-12345', 'f', 'AA2A-A2AA', 'token',
    '2026-11-20T10:00:00.000Z', '2026-11-27', 5, 'email', '[{"title":"The plan"}]',
    '["audio"]', '{"email":"pat@example.org"}', NULL, NULL);
  PRAGMA user_version = 1`;

let disk: Scratch;
let file = '';

beforeEach(() => {
  disk = scratch();
  file = join(disk.folder, 'deep', 'down', 'requests.sqlite');
});

afterEach(() => {
  disk.remove();
});

describe('The reference', () => {
  const references = Array.from({ length: 10_000 }, (_, at) => referenceFor(`key-${String(at)}`));

  test('is eight characters that cannot be mistaken, with a digit at every third place', () => {
    const letter = '[A-HJ-NPR-Y2-9]';
    const shape = new RegExp(`^${letter}{2}[2-9]${letter}-${letter}[2-9]${letter}{2}$`);
    for (const reference of references) assert.match(reference, shape);
  });

  test('uses every character it may, and differs from key to key', () => {
    const used = new Set(references.join('').replaceAll('-', ''));
    assert.equal([...used].sort().join(''), '23456789ABCDEFGHJKLMNPRSTUVWXY');
    assert.equal(new Set(references).size, 10_000);
  });

  test('is the same for the same key, and another at the next attempt', () => {
    assert.equal(referenceFor('key-12345'), referenceFor('key-12345'));
    assert.notEqual(referenceFor('key-12345', 1), referenceFor('key-12345'));
    assert.notEqual(referenceFor('key-12345', 2), referenceFor('key-12345', 1));
  });
});

describe('The fingerprint', () => {
  const fields: [string, string][] = [
    ['document', 'https://a.example/ A'],
    ['document', 'B'],
    ['format', 'audio'],
    ['format', 'bsl'],
    ['email', 'pat@example.org'],
  ];
  const of = (list: [string, string][]): string => fingerprintOf(readRequest(list));

  test('is one for the same answers in another order', () => {
    assert.match(of(fields), /^[0-9a-f]{64}$/);
    assert.equal(of(fields.toReversed()), of(fields));
  });

  test('changes with any answer', () => {
    const others = [
      fields.slice(1),
      fields.toSpliced(2, 1),
      [...fields, ['notes', 'Soon'] as [string, string]],
      [...fields, ['contact-by', 'phone'] as [string, string]],
      fields.with(0, ['document', 'A']),
    ].map(of);
    assert.equal(new Set([of(fields), ...others]).size, 6);
  });
});

describe('The SQLite store', () => {
  test('makes its folder and file, and lets nobody else on the machine read them', async () => {
    const store = openSqlite(file);
    await store.accept(asked('key-12345'));
    assert.equal(statSync(join(disk.folder, 'deep')).mode & 0o777, 0o700);
    for (const name of [file, `${file}-wal`]) assert.equal(statSync(name).mode & 0o777, 0o600);
    await store.close();
  });

  test('writes to the disk before it says so', async () => {
    const store = openSqlite(file);
    await store.accept(asked('key-12345'));
    const db = new DatabaseSync(file);
    assert.equal(db.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal');
    assert.equal(db.prepare('SELECT count(*) AS n FROM requests').get()?.['n'], 1);
    db.close();
    await store.close();
  });

  test('keeps its promise to write before it says so: synchronous is FULL', () => {
    const { exec } = DatabaseSync.prototype as { exec: (this: DatabaseSync, sql: string) => void };
    const asked = mock.method(
      DatabaseSync.prototype,
      'exec',
      function (this: DatabaseSync, sql: string) {
        exec.call(this, sql.replace('synchronous = FULL', 'synchronous = NORMAL'));
      },
    );
    try {
      assert.throws(() => openSqlite(file), /does not keep "synchronous = FULL"/);
    } finally {
      asked.mock.restore();
    }
  });

  test('writes to the disk once for all requests of a moment, and says so to none before', async () => {
    const store = openSqlite(file);
    const { exec } = DatabaseSync.prototype as { exec: (this: DatabaseSync, sql: string) => void };
    let commits = 0;
    let isFull = true;
    const commit = mock.method(
      DatabaseSync.prototype,
      'exec',
      function (this: DatabaseSync, sql: string) {
        if (sql === 'COMMIT') commits += 1;
        if (sql === 'COMMIT' && isFull) throw new Error('disk full');
        exec.call(this, sql);
      },
    );
    try {
      const keys = Array.from({ length: 20 }, (_, at) => `key-of-group-${String(at)}`);
      const all = () => Promise.allSettled(keys.map((key) => store.accept(asked(key))));
      for (const { status } of await all()) assert.equal(status, 'rejected');
      assert.equal((await store.page(0, 100)).length, 0);
      isFull = false;
      commits = 0;
      for (const { status } of await all()) assert.equal(status, 'fulfilled');
      assert.equal(commits, 1);
      assert.equal((await store.page(0, 100)).length, 20);
    } finally {
      commit.mock.restore();
    }
    await store.close();
  });

  test('waits for a lock that another process holds, and answers others meanwhile', async () => {
    const store = openSqlite(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const kept = store.accept(asked('key-12345'));
    const monitor = monitorEventLoopDelay({ resolution: 5 });
    monitor.enable();
    await pause(600);
    monitor.disable();
    other.exec('COMMIT');
    other.close();
    assert.equal((await kept).outcome, 'new');
    // In nanoseconds. A wait inside SQLite would last as long as the lock.
    assert.ok(monitor.max < 300e6, `${String(monitor.max / 1e6)} ms`);
    await store.close();
  });

  test('refuses after five seconds where the lock is never let go, and says that it is not ready', async () => {
    const store = openSqlite(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await Promise.all([
      assert.rejects(store.accept(asked('key-12345')), /locked/),
      assert.rejects(store.probe(), /locked/),
    ]);
    other.close();
    await store.probe();
    await store.close();
  });

  test('leaves nothing of what was wiped or erased in any of its files, or in a backup', async () => {
    const store = openSqlite(file);
    const secret = ['zq-secret@example.org', 'Zq-Typed-Title', 'Zq-Chosen-Title', 'Zq-Note'];
    const fields: [string, string][] = [
      ['document', `https://council.example/zq.pdf ${secret[2] ?? ''}`],
      ['document-other', secret[1] ?? ''],
      ['format', 'audio'],
      ['email', secret[0] ?? ''],
      ['notes', 'Zq-Note '.repeat(240)],
    ];
    const at = '2026-11-23T10:00:00.000Z';
    const references: string[] = [];
    for (const key of ['key-wiped-1', 'key-erased-1']) {
      const kept = await store.accept(
        asked(key, { request: readRequest(fields), page: 'https://zq-page.example/' }),
      );
      assert.ok(kept.outcome === 'new');
      references.push(kept.receipt.reference);
    }
    const [wiped = '', erased = ''] = references;
    const files = (): string =>
      readdirSync(dirname(file))
        .map((name) => readFileSync(join(dirname(file), name), 'latin1'))
        .join('\n');
    for (const one of secret) assert.ok(files().includes(one), one);
    await store.change(wiped, { state: 'done', at, by: 'Sam', note: 'Zq-Note' });
    await store.wipe('2026-11-24T00:00:00.000Z', at);
    await store.erase(erased, at, 'Sam');
    await backupSqlite(file, join(dirname(file), 'backup.sqlite'));
    assert.equal(readdirSync(dirname(file)).includes('backup.sqlite'), true);
    assert.doesNotMatch(files(), /zq/i);
    await store.close();
  });

  test('a write that fails leaves nothing behind, and the next one works', async () => {
    const store = openSqlite(file);
    const db = new DatabaseSync(file);
    db.exec(
      `CREATE TRIGGER fault AFTER INSERT ON deliveries BEGIN SELECT RAISE(ABORT, 'fault'); END`,
    );
    const request = asked('key-12345', { deliveries: ['mail'] });
    await assert.rejects(store.accept(request), /fault/);
    db.exec('DROP TRIGGER fault');
    assert.equal(await store.receipt('token-of-key-12345'), undefined);
    assert.equal((await store.accept(request)).outcome, 'new');
    db.close();
    await store.close();
  });

  test('a disk that is full keeps nothing back, and the store works again once there is room', async () => {
    const store = openSqlite(file);
    const filler = 'x'.repeat(2000);
    const big = (at: number) => {
      const request = readRequest([
        ['document', filler],
        ['format', 'audio'],
        ['notes', filler],
      ]);
      return asked(`key-${String(at)}-long`, { request, deliveries: ['mail'] });
    };
    const db = new DatabaseSync(file);
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
    db.close();
    await store.close();
    const full = openSqlite(file, { maxPages: pages + 3 });
    const kept: number[] = [];
    const lost: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      await full.accept(big(at)).then(
        () => kept.push(at),
        () => lost.push(at),
      );
    }
    assert.ok(kept.length > 0 && lost.length > 0);
    await full.close();
    const again = openSqlite(file);
    assert.equal((await again.page(0, 100)).length, kept.length);
    for (const at of lost) assert.equal((await again.accept(big(at))).outcome, 'new');
    await again.close();
  });

  test('a file from the first version is brought up to date with everything in it', async () => {
    mkdirSync(join(disk.folder, 'deep', 'down'), { recursive: true });
    const db = new DatabaseSync(file);
    db.exec(VERSION_1);
    db.close();
    const store = openSqlite(file);
    const found = await store.find('AA2A-A2AA');
    assert.equal(found?.request.state, 'new');
    assert.equal(found.request.answers.email, 'pat@example.org');
    assert.deepEqual((await store.counts()).states.new, 1);
    await store.close();
    await openSqlite(file).close();
  });

  test('what has been wiped is nowhere in the file', async () => {
    const store = openSqlite(file);
    // Long enough for pages of its own, which are free after the wipe and not used again.
    const fields = [...GOOD_FORM, ['notes', 'pat@example.org '.repeat(2000)] as [string, string]];
    const kept = await store.accept(asked('key-12345', { request: readRequest(fields) }));
    assert.ok(kept.outcome === 'new');
    const done = { state: 'done', at: NOW.toISOString(), by: 'Sam', note: '' } as const;
    await store.change(kept.receipt.reference, done);
    await store.wipe('2027-03-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z');
    await store.close();
    assert.doesNotMatch(readFileSync(file, 'latin1'), /pat@example|Pat Example/);
  });

  test('a file from a newer version, or one that is no database, is left alone', async () => {
    await openSqlite(file).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    assert.throws(() => openSqlite(file), /made by a newer version of Handrail/);
    const text = join(disk.folder, 'notes.txt');
    writeFileSync(text, 'Not a database, but somebody’s notes.\n'.repeat(100));
    assert.throws(() => openSqlite(text), /not a database/);
  });
});
