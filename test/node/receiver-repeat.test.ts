import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createReceiver, openSqlite } from '../../src/receiver/index.ts';
import type { Receiver, ReceiverOptions } from '../../src/receiver/index.ts';

const SITE = 'https://forms.example';
const GOOD = {
  document: 'https://council.example/plan.pdf The local plan',
  format: ['large-print', 'braille'],
  'large-print-size': '18 point',
  email: 'pat@example.org',
  name: 'Pat Example',
};

let folder = '';
let file = '';
let store: ReturnType<typeof openSqlite>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'receiver-'));
  file = join(folder, 'requests.sqlite');
  store = openSqlite(file);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function receiver(options: Partial<ReceiverOptions> = {}): Receiver {
  return createReceiver({
    store,
    organisation: { name: 'Example Council' },
    clock: () => new Date('2026-11-23T10:00:00Z'),
    ...options,
  });
}

function json(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${SITE}/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function form(fields: [string, string][], headers: Record<string, string> = {}): Request {
  return new Request(`${SITE}/requests`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
}

const GOOD_FORM: [string, string][] = Object.entries(GOOD).flatMap(([name, value]) =>
  [value].flat().map((one): [string, string] => [name, one]),
);

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

/** What the file holds, read through another connection. */
function rows(): Record<string, unknown>[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const found = db.prepare('SELECT * FROM requests ORDER BY id').all();
  db.close();
  return found;
}

describe('A request that is sent twice', () => {
  test('is kept once, and both answers are the same', async () => {
    const handle = receiver();
    const first = await handle(json({ ...GOOD, _key: 'key-12345' }));
    const later = receiver({ clock: () => new Date('2026-12-24T10:00:00Z'), replyDays: 9 });
    const second = await later(json({ ...GOOD, _key: 'key-12345' }));
    assert.equal(first.status, 201);
    assert.equal(second.status, 200);
    assert.deepEqual(await second.json(), await first.json());
    assert.equal(rows().length, 1);
  });

  test('at the same moment is kept once', async () => {
    const handle = receiver();
    const all = [1, 2, 3, 4, 5].map(() => handle(json({ ...GOOD, _key: 'key-12345' })));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 200, 200, 200, 201]);
    assert.equal(rows().length, 1);
  });

  test('without JavaScript leads to the same receipt', async () => {
    const handle = receiver();
    const fields: [string, string][] = [...GOOD_FORM, ['_key', 'key-12345']];
    const first = await handle(form(fields));
    const second = await handle(form(fields));
    assert.equal(second.status, 303);
    assert.equal(second.headers.get('Location'), first.headers.get('Location'));
    assert.equal(rows().length, 1);
  });

  test('with stray spaces or another order of formats is the same request', async () => {
    const handle = receiver();
    await handle(json({ ...GOOD, _key: 'key-12345' }));
    const again = { ...GOOD, name: ' Pat  Example ', format: ['braille', 'large-print'] };
    assert.equal((await handle(json({ ...again, _key: 'key-12345' }))).status, 200);
  });

  test('without a key counts as two requests', async () => {
    const handle = receiver();
    const first = await bodyOf(await handle(json(GOOD)));
    const second = await bodyOf(await handle(json(GOOD)));
    assert.notEqual(first['reference'], second['reference']);
    assert.equal(rows().length, 2);
  });

  test('with the key in the header: the header wins over the field', async () => {
    const handle = receiver();
    const header = { 'Idempotency-Key': 'key-of-the-header' };
    await handle(json({ ...GOOD, _key: 'key-one-1' }, header));
    const second = await handle(json({ ...GOOD, _key: 'key-two-2' }, header));
    assert.equal(second.status, 200);
    assert.deepEqual(
      rows().map(({ key }) => key),
      ['key-of-the-header'],
    );
  });

  test('with other answers is refused in a sentence, and the first one stays', async () => {
    const handle = receiver();
    await handle(json({ ...GOOD, _key: 'key-12345' }));
    const other = await handle(json({ ...GOOD, format: 'audio', _key: 'key-12345' }));
    assert.equal(other.status, 422);
    assert.deepEqual(await other.json(), {
      error: 'This idempotency key belongs to a request with other answers.',
    });
    assert.deepEqual(
      rows().map(({ formats }) => formats),
      ['["large-print","braille"]'],
    );
  });

  test('with other answers and without JavaScript can be sent again as a new request', async () => {
    const handle = receiver();
    await handle(json({ ...GOOD, _key: 'key-12345' }));
    const other: [string, string][] = [...GOOD_FORM, ['notes', 'And soon'], ['_key', 'key-12345']];
    const page = await handle(form(other));
    assert.equal(page.status, 422);
    const html = await page.text();
    assert.match(html, /We already have a request that was sent from this form/);
    const fresh = /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.notEqual(fresh, 'key-12345');
    const again = await handle(form([...other.slice(0, -1), ['_key', fresh]]));
    assert.equal(again.status, 303);
    assert.equal(rows().length, 2);
  });

  test('a script with a key that is none is told so', async () => {
    for (const _key of ['short', 'x'.repeat(101), 'with a space', 'schlüssel']) {
      const response = await receiver()(json({ ...GOOD, _key }));
      assert.equal(response.status, 400);
      assert.match(String((await bodyOf(response))['error']), /8 to 100 visible ASCII/);
    }
    assert.equal(rows().length, 0);
  });

  test('a person whose page sends a bad key is not stopped', async () => {
    const response = await receiver()(form([...GOOD_FORM, ['_key', 'short']]));
    assert.equal(response.status, 303);
    assert.equal(rows().length, 1);
  });
});
