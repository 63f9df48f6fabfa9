import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import type { Receiver, ReceiverOptions, Store } from '../../src/receiver/index.ts';
import * as helpers from './receiver-helpers.ts';
import { bodyOf, form, GOOD, GOOD_FORM, json, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

let disk: Scratch;
let store: Store;

beforeEach(() => {
  disk = scratch();
  store = openSqlite(disk.file);
});

afterEach(async () => {
  await store.close();
  disk.remove();
});

/** A receiver whose requests a test can look at on the disk. */
function receiver(options: Partial<ReceiverOptions> = {}): Receiver {
  return helpers.receiver({ store, ...options });
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
    assert.equal(disk.rows().length, 1);
  });

  test('at the same moment is kept once', async () => {
    const handle = receiver();
    const all = [1, 2, 3, 4, 5].map(() => handle(json({ ...GOOD, _key: 'key-12345' })));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 200, 200, 200, 201]);
    assert.equal(disk.rows().length, 1);
  });

  test('without JavaScript leads to the same receipt', async () => {
    const handle = receiver();
    const fields: [string, string][] = [...GOOD_FORM, ['_key', 'key-12345']];
    const first = await handle(form(fields));
    const second = await handle(form(fields));
    assert.equal(second.status, 303);
    assert.equal(second.headers.get('Location'), first.headers.get('Location'));
    assert.equal(disk.rows().length, 1);
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
    assert.equal(disk.rows().length, 2);
  });

  test('with the key in the header: the header wins over the field', async () => {
    const handle = receiver();
    const header = { 'Idempotency-Key': 'key-of-the-header' };
    await handle(json({ ...GOOD, _key: 'key-one-1' }, header));
    const second = await handle(json({ ...GOOD, _key: 'key-two-2' }, header));
    assert.equal(second.status, 200);
    assert.deepEqual(
      disk.rows().map(({ key }) => key),
      ['key-of-the-header'],
    );
  });

  test('with other answers is refused in a sentence, and the first one stays', async () => {
    const handle = receiver();
    await handle(json({ ...GOOD, _key: 'key-12345' }));
    const other = await handle(json({ ...GOOD, format: 'audio', _key: 'key-12345' }));
    assert.equal(other.status, 422);
    assert.deepEqual(await other.json(), {
      code: 'key-reused',
      error: 'This idempotency key belongs to a request with other answers.',
    });
    assert.deepEqual(
      disk.rows().map(({ formats }) => formats),
      ['["large-print","braille"]'],
    );
  });

  test('a form whose key is the same on every screen keeps each person’s request', async () => {
    const handle = receiver();
    const people = ['pat@example.org', 'sam@example.org', 'lee@example.org'].map((email) => [
      ...GOOD_FORM.filter(([name]) => name !== 'email'),
      ['email', email] as [string, string],
      ['_key', 'written-into-the-page'] as [string, string],
    ]);
    const pages = new Set<string | null>();
    for (const fields of [...people, ...people]) {
      const response = await handle(form(fields));
      assert.equal(response.status, 303);
      pages.add(response.headers.get('Location'));
    }
    assert.equal(pages.size, 3);
    assert.equal(disk.rows().length, 3);
  });

  test('a form without a key that is sent twice is kept once, and anew another day', async () => {
    const first = await receiver()(form(GOOD_FORM));
    const again = await receiver()(form(GOOD_FORM));
    assert.equal(again.headers.get('Location'), first.headers.get('Location'));
    const tomorrow = receiver({ clock: () => new Date('2026-11-24T00:00:00Z') });
    await tomorrow(form(GOOD_FORM));
    assert.equal(disk.rows().length, 2);
  });

  test('nobody who knows the answers can work out the reference of a form', async () => {
    const [one, two] = [scratch(), scratch()];
    for (const { file } of [one, two]) {
      const store = openSqlite(file);
      await receiver({ store })(form(GOOD_FORM));
      await store.close();
    }
    assert.notEqual(one.rows()[0]?.['reference'], two.rows()[0]?.['reference']);
    one.remove();
    two.remove();
  });

  test('a script with a key that is none is told so', async () => {
    for (const _key of ['short', 'x'.repeat(101), 'with a space', 'schlüssel']) {
      const response = await receiver()(json({ ...GOOD, _key }));
      assert.equal(response.status, 400);
      assert.match(String((await bodyOf(response))['error']), /8 to 100 visible ASCII/);
    }
    assert.equal(disk.rows().length, 0);
  });

  test('a person whose page sends a bad key is not stopped', async () => {
    const response = await receiver()(form([...GOOD_FORM, ['_key', 'short']]));
    assert.equal(response.status, 303);
    assert.equal(disk.rows().length, 1);
  });
});
