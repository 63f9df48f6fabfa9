import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readRequest } from '../../src/format-request/request.ts';
import { fingerprintOf } from '../../src/receiver/fingerprint.ts';
import { openSqlite } from '../../src/receiver/index.ts';
import type { NewRequest } from '../../src/receiver/index.ts';
import { referenceFor } from '../../src/receiver/reference.ts';

// Two keys whose first reference is the same, found by trying.
const CLASH = ['request-289074', 'request-428179'] as const;

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'receiver-store-'));
  file = join(folder, 'deep', 'down', 'requests.sqlite');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function asked(key: string, change: Partial<NewRequest> = {}): NewRequest {
  const request = readRequest([
    ['document', 'The plan'],
    ['format', 'audio'],
    ['email', 'pat@example.org'],
  ]);
  return {
    key,
    fingerprint: fingerprintOf(request),
    token: `token-of-${key}`,
    receivedAt: '2026-11-23T10:00:00.000Z',
    replyBy: '2026-11-30',
    replyWithin: 5,
    request,
    ...change,
  };
}

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
    assert.equal(statSync(join(folder, 'deep')).mode & 0o777, 0o700);
    for (const name of [file, `${file}-wal`]) assert.equal(statSync(name).mode & 0o777, 0o600);
    store.close();
  });

  test('keeps a request over a restart', async () => {
    const first = openSqlite(file);
    const outcome = await first.accept(asked('key-12345'));
    first.close();
    const second = openSqlite(file);
    assert.ok(outcome.outcome === 'new');
    assert.deepEqual(await second.receipt('token-of-key-12345'), outcome.receipt);
    assert.deepEqual(await second.accept(asked('key-12345', { token: 'other' })), {
      outcome: 'repeat',
      receipt: outcome.receipt,
    });
    second.close();
  });

  test('writes to the disk before it says so', async () => {
    const store = openSqlite(file);
    await store.accept(asked('key-12345'));
    const db = new DatabaseSync(file);
    assert.equal(db.prepare('PRAGMA journal_mode').get()?.['journal_mode'], 'wal');
    assert.equal(db.prepare('SELECT count(*) AS n FROM requests').get()?.['n'], 1);
    db.close();
    store.close();
  });

  test('two stores on one file share requests, and each request is kept once', async () => {
    const one = openSqlite(file);
    const two = openSqlite(file);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        (at % 2 === 0 ? one : two).accept(asked(`key-${String(at >> 1).padStart(5, '0')}`)),
      ),
    );
    const count = (name: string): number =>
      outcomes.filter(({ outcome }) => outcome === name).length;
    assert.deepEqual([count('new'), count('repeat'), count('conflict')], [20, 20, 0]);
    assert.ok(await two.receipt('token-of-key-00000'));
    one.close();
    two.close();
  });

  test('the same key with other answers is a conflict, and changes nothing', async () => {
    const store = openSqlite(file);
    await store.accept(asked('key-12345'));
    const other = await store.accept(asked('key-12345', { fingerprint: 'other', replyWithin: 9 }));
    assert.deepEqual(other, { outcome: 'conflict' });
    assert.equal((await store.receipt('token-of-key-12345'))?.replyWithin, 5);
    store.close();
  });

  test('a reference that another request has is not given twice', async () => {
    const store = openSqlite(file);
    const [first, second] = [asked(CLASH[0]), asked(CLASH[1])];
    assert.equal(referenceFor(first.key), referenceFor(second.key));
    await store.accept(first);
    await store.accept(second);
    assert.equal((await store.receipt(first.token))?.reference, referenceFor(first.key));
    assert.equal((await store.receipt(second.token))?.reference, referenceFor(second.key, 1));
    const again = await store.accept(second);
    assert.ok(again.outcome === 'repeat');
    assert.equal(again.receipt.reference, referenceFor(second.key, 1));
    store.close();
  });

  test('a write that fails leaves nothing behind, and the next one works', async () => {
    const store = openSqlite(file);
    const db = new DatabaseSync(file);
    db.exec(
      `CREATE TRIGGER fault AFTER INSERT ON requests BEGIN SELECT RAISE(ABORT, 'fault'); END`,
    );
    await assert.rejects(store.accept(asked('key-12345')), /fault/);
    db.exec('DROP TRIGGER fault');
    assert.equal(await store.receipt('token-of-key-12345'), undefined);
    assert.equal((await store.accept(asked('key-12345'))).outcome, 'new');
    db.close();
    store.close();
  });

  test('a closed store refuses, and can be closed again', async () => {
    const store = openSqlite(file);
    store.close();
    store.close();
    await assert.rejects(store.accept(asked('key-12345')));
    await assert.rejects(store.receipt('token-of-key-12345'));
  });

  test('a file from a newer version, or one that is no database, is left alone', () => {
    openSqlite(file).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    assert.throws(() => openSqlite(file), /made by a newer version of Handrail/);
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Not a database, but somebody’s notes.\n'.repeat(100));
    assert.throws(() => openSqlite(text), /not a database/);
  });
});
