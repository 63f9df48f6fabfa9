import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createOutbox, openSqlite } from '../../src/receiver/index.ts';
import { readBounce } from '../../src/receiver/outbox/bounce.ts';
import { BACK, GONE, NOT_BACK, report } from './bounce-mails.ts';
import { asked, receiver, SITE } from './receiver-helpers.ts';

const CHANNEL = 'email-acknowledgement';
const SECRET = 'a-secret-of-twenty-or-more';

const bytes = (mail: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(mail));

describe('A mail that came back', () => {
  for (const [name, [mail, problem]] of Object.entries(BACK)) {
    test(`is known: ${name}`, async () => {
      const known = { reference: 'K7M4-PX3T', channel: CHANNEL, problem };
      assert.deepEqual(await readBounce(bytes(mail)), known);
      // A pipe of a mail system writes line feeds alone.
      assert.deepEqual(await readBounce(bytes(mail.replaceAll('\r\n', '\n'))), known);
    });
  }

  for (const [name, mail] of Object.entries(NOT_BACK)) {
    test(`is not ${name}`, async () => {
      assert.equal(await readBounce(bytes(mail)), undefined);
    });
  }

  test('tells news to staff by its subject from an acknowledgement', async () => {
    const mail = report({ returned: ['Subject: Request K7M4-PX3T: reply by Monday'] });
    assert.equal((await readBounce(bytes(mail)))?.channel, 'email');
  });
});

/** A store with one request whose acknowledgement has gone out. */
async function sentOnce() {
  const store = openSqlite(':memory:');
  const kept = await store.accept(asked('key-12345', { deliveries: [CHANNEL] }));
  assert.ok(kept.outcome === 'new');
  const { reference } = kept.receipt;
  const alerts: string[] = [];
  const outbox = createOutbox({
    store,
    channels: [{ name: CHANNEL, suits: () => true, send: () => Promise.resolve('delivered') }],
    alert: (sentence) => alerts.push(sentence),
  });
  assert.equal(await outbox.run(), 1);
  const back = report({ returned: [`Message-ID: <${reference}.${CHANNEL}@council.example>`] });
  const delivery = async () => (await store.find(reference))?.deliveries[0];
  return { store, outbox, reference, alerts, back, delivery };
}

describe('What came back, handed over', () => {
  test('is noted at its request, and told once', async () => {
    const { outbox, reference, alerts, back, delivery } = await sentOnce();
    assert.equal((await delivery())?.state, 'sent');
    assert.equal(await outbox.takeMail(bytes(back)), true);
    const { state, problem } = (await delivery()) ?? {};
    assert.deepEqual([state, problem], ['failed', GONE]);
    assert.equal(alerts.length, 1);
    assert.match(alerts[0] ?? '', new RegExp(`${reference} did not arrive`));
    assert.equal(await outbox.takeMail(bytes(back)), false, 'a second copy of the report');
    assert.equal(alerts.length, 1);
  });

  test('goes to the receiver by an address that takes a secret', async () => {
    const { store, outbox, back, delivery } = await sentOnce();
    const receive = receiver({ store, deliver: outbox, bounceSecret: SECRET });
    const post = (secret: string, body = back): Promise<Response> =>
      receive(
        new Request(`${SITE}/requests/bounces`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'message/rfc822' },
          body,
        }),
      );
    assert.equal((await post('')).status, 401);
    assert.equal((await post(`${SECRET}x`)).status, 401);
    assert.equal((await delivery())?.state, 'sent');
    assert.equal((await post(SECRET, 'x'.repeat(1024 * 1024 + 1))).status, 413);
    assert.equal((await post(SECRET, NOT_BACK['a holiday message'])).status, 204);
    assert.equal((await delivery())?.state, 'sent');
    assert.equal((await post(SECRET)).status, 204);
    assert.equal((await delivery())?.state, 'failed');
    const got = await receive(new Request(`${SITE}/requests/bounces`));
    assert.deepEqual([got.status, got.headers.get('Allow')], [405, 'POST']);
    const closed = receiver({ store, deliver: outbox });
    const body = new Request(`${SITE}/requests/bounces`, { method: 'POST', body: back });
    assert.equal((await closed(body)).status, 404);
    assert.throws(() => receiver({ store, bounceSecret: 'short' }), /20 characters/);
  });
});
