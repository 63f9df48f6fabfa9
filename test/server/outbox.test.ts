import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import {
  createOutbox,
  createReceiver,
  DeliveryError,
  openSqlite,
} from '../../src/receiver/index.ts';
import type { DeliveryChannel, News, OutboxOptions, Store } from '../../src/receiver/index.ts';
import type { RequestAnswers } from '../../src/format-request/schema/request.ts';
import { backoff } from '../../src/receiver/outbox/outbox.ts';
import { asked, GOOD, json, NOW, ORGANISATION } from './receiver-helpers.ts';

let store: Store;
let now: Date;
let sent: News[];
let alerts: string[];
let fails: (news: News) => Error | undefined;

beforeEach(() => {
  store = openSqlite(':memory:');
  now = NOW;
  sent = [];
  alerts = [];
  fails = () => undefined;
});

const mail: DeliveryChannel = {
  name: 'mail',
  suits: () => true,
  send: (news) => {
    const error = fails(news);
    if (error !== undefined) return Promise.reject(error);
    sent.push(news);
    return Promise.resolve('delivered');
  },
};

function outbox(options: Partial<OutboxOptions> = {}) {
  return createOutbox({
    store,
    channels: [mail],
    clock: () => now,
    alert: (sentence) => alerts.push(sentence),
    ...options,
  });
}

async function deliveryOf(reference: string) {
  return (await store.find(reference))?.deliveries[0];
}

async function keep(key = 'key-12345'): Promise<string> {
  const kept = await store.accept(asked(key, { deliveries: ['mail'] }));
  assert.ok(kept.outcome === 'new');
  return kept.receipt.reference;
}

describe('News of a request', () => {
  test('goes out once, under an id that stays the same', async () => {
    const reference = await keep();
    const worker = outbox();
    assert.equal(await worker.run(), 1);
    assert.equal(await worker.run(), 0);
    assert.deepEqual(
      sent.map(({ id, attempt, request }) => [id, attempt, request.reference]),
      [[`${reference}.mail`, 1, reference]],
    );
    assert.equal((await deliveryOf(reference))?.state, 'sent');
  });

  test('goes out once though several workers look for it at the same moment', async () => {
    for (let at = 0; at < 30; at += 1) await keep(`key-${String(at)}-long`);
    await Promise.all([outbox().run(), outbox().run(), outbox().run()]);
    assert.equal(sent.length, 30);
    assert.equal(new Set(sent.map(({ id }) => id)).size, 30);
  });

  test('is tried ten times over about four and a half hours, and then somebody is told', async () => {
    const reference = await keep();
    fails = () => new DeliveryError('no answer');
    const worker = outbox();
    const times: number[] = [];
    for (;;) {
      await worker.run();
      times.push(now.getTime() - NOW.getTime());
      const delivery = await deliveryOf(reference);
      if (delivery?.state !== 'waiting') break;
      assert.equal(alerts.length, 0);
      now = new Date(delivery.at);
    }
    assert.equal(times.length, 10);
    const hours = (times.at(-1) ?? 0) / 3_600_000;
    assert.ok(hours > 4.2 && hours < 5, String(hours));
    assert.match(alerts[0] ?? '', new RegExp(`${reference} was not sent over "mail": no answer`));
    assert.equal(alerts.length, 1);
    const delivery = await deliveryOf(reference);
    assert.deepEqual([delivery?.state, delivery?.problem], ['failed', 'no answer']);
  });

  test('goes out after all once somebody has mended what was wrong', async () => {
    await keep();
    fails = () => new DeliveryError('the account is closed', true);
    const worker = outbox();
    await worker.run();
    assert.equal(alerts.length, 1);
    fails = () => undefined;
    now = new Date(NOW.getTime() + 86_400_000);
    assert.equal(await worker.run(), 0);
    assert.equal(await store.retry(now.toISOString()), 1);
    assert.equal(await worker.run(), 1);
    assert.equal(sent.length, 1);
  });

  test('goes out again where the worker died, and only after its claim has ended', async () => {
    await keep();
    await store.claim(now.toISOString(), new Date(now.getTime() + 120_000).toISOString(), 10);
    assert.equal(await outbox().run(), 0);
    now = new Date(now.getTime() + 120_000);
    assert.equal(await outbox().run(), 1);
    assert.equal(sent[0]?.attempt, 2);
  });

  test('over a channel that is no longer there is kept, and somebody is told', async () => {
    await keep();
    await outbox({ channels: [] }).run();
    assert.match(alerts[0] ?? '', /no longer set up/);
    assert.deepEqual(await store.backlog(), { waiting: 0, failed: 1 });
  });

  test('that meets an unforeseen fault says nothing of what was typed', async () => {
    const reference = await keep();
    fails = () => new Error('cannot send to pat@example.org');
    await outbox().run();
    const delivery = await deliveryOf(reference);
    assert.deepEqual(
      [delivery?.state, delivery?.problem],
      ['waiting', 'An unforeseen fault: Error'],
    );
  });

  test('that hangs is given up after its time, and tried again', async () => {
    await keep();
    const hangs: DeliveryChannel = {
      ...mail,
      send: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new DeliveryError('too long')));
        }),
    };
    assert.equal(await outbox({ channels: [hangs], deadline: 5 }).run(), 1);
    assert.deepEqual(await store.backlog(), { waiting: 1, failed: 0 });
  });

  test('waits through a store that fails for a while', async () => {
    await keep();
    const errors: unknown[] = [];
    const recordResult = (): Promise<void> => Promise.reject(new Error('disk full'));
    const failing = outbox({
      store: { ...store, recordResult },
      onError: (error) => errors.push(error),
    });
    await failing.run();
    assert.equal(errors.length, 1);
    now = new Date(now.getTime() + 120_000);
    await outbox().run();
    assert.deepEqual(
      sent.map(({ attempt }) => attempt),
      [1, 2],
    );
    assert.equal(sent[0]?.id, sent[1]?.id);
  });

  test('over one channel that hangs does not hold up another', async () => {
    await store.accept(asked('key-12345', { deliveries: ['slow', 'mail'] }));
    const slow: DeliveryChannel = {
      ...mail,
      name: 'slow',
      send: () => new Promise(() => undefined),
    };
    let arrived: () => void = () => undefined;
    const twice = new Promise<void>((resolve) => {
      arrived = () => {
        if (sent.length === 2) resolve();
      };
    });
    const counted: DeliveryChannel = {
      ...mail,
      send: async (news) => {
        const result = await mail.send(news);
        arrived();
        return result;
      },
    };
    const worker = outbox({ channels: [slow, counted] });
    worker.start();
    // The second request comes while the first is under way over the channel that hangs.
    await store.accept(asked('key-67890', { token: 'other', deliveries: ['slow', 'mail'] }));
    worker.wake();
    await twice;
    assert.equal(sent.length, 2);
    await worker.stop();
  });

  test('that somebody has accepted is asked about until it is known to have arrived', async () => {
    const reference = await keep();
    const answers: ('accepted' | 'delivered')[] = ['accepted', 'accepted', 'delivered'];
    const worker = outbox({
      channels: [{ ...mail, send: () => Promise.resolve(answers.shift() ?? 'delivered') }],
    });
    for (const state of ['waiting', 'waiting', 'sent']) {
      await worker.run();
      const delivery = await deliveryOf(reference);
      assert.equal(delivery?.state, state);
      now = new Date(delivery.at);
    }
    assert.deepEqual(alerts, []);
  });

  test('that nobody can confirm within days is given up, and somebody is told', async () => {
    await keep();
    const worker = outbox({ channels: [{ ...mail, send: () => Promise.resolve('accepted') }] });
    for (let days = 0; days < 6; days += 1) {
      now = new Date(NOW.getTime() + days * 86_400_000);
      await worker.run();
    }
    assert.equal(alerts.length, 1);
    assert.match(alerts[0] ?? '', /Nobody could say that it arrived/);
  });

  test('is due again at once where a clock that was ahead put it off for years', async () => {
    await keep();
    fails = () => new DeliveryError('no answer');
    now = new Date('2028-11-23T10:00:00Z');
    await outbox().run();
    now = NOW;
    fails = () => undefined;
    assert.equal(await outbox().run(), 1);
    assert.equal(sent.length, 1);
  });

  test('waits longer after each attempt', () => {
    const waits = [1, 2, 3, 9].map((attempt) => backoff(attempt, 0));
    assert.deepEqual(waits, [3000, 18_000, 83_000, 6_563_000]);
    assert.ok(backoff(1, 1) > backoff(1, 0));
  });
});

describe('A receiver with an outbox', () => {
  test('sends as soon as a request is kept, and stops when it is told to', async () => {
    let went: (news: News) => void = () => undefined;
    const gone = new Promise<News>((resolve) => {
      went = resolve;
    });
    const send = (news: News): Promise<'delivered'> => {
      went(news);
      return Promise.resolve('delivered');
    };
    const worker = outbox({ channels: [{ ...mail, send }] });
    worker.start();
    const receive = createReceiver({
      store,
      organisation: ORGANISATION,
      deliver: worker,
      clock: () => now,
    });
    const answer = (await (await receive(json(GOOD))).json()) as { reference: string };
    assert.equal((await gone).request.reference, answer.reference);
    await worker.stop();
    assert.deepEqual(await store.backlog(), { waiting: 0, failed: 0 });
  });

  test('tells one person of a few requests a day, whoever typed their address', async () => {
    const recipient = ({ text }: RequestAnswers): string => text.email;
    const worker = outbox({ channels: [mail, { ...mail, name: 'receipt', recipient }] });
    const receive = createReceiver({
      store,
      organisation: ORGANISATION,
      deliver: worker,
      clock: () => now,
    });
    for (let at = 0; at < 40; at += 1) await receive(json({ ...GOOD, notes: String(at) }));
    await receive(json({ ...GOOD, email: 'kim@example.org' }));
    await worker.run();
    const told = sent.filter(({ id }) => id.endsWith('.receipt'));
    assert.deepEqual(
      told.map(({ request }) => request.answers.email),
      [...Array.from({ length: 4 }, () => 'pat@example.org'), 'kim@example.org'],
    );
    assert.equal(sent.length - told.length, 41);
  });

  test('keeps nothing to send for a channel that does not suit the request', async () => {
    const worker = outbox({ channels: [mail, { ...mail, name: 'post', suits: () => false }] });
    const receive = createReceiver({ store, organisation: ORGANISATION, deliver: worker });
    await receive(json(GOOD));
    assert.deepEqual(await store.backlog(), { waiting: 1, failed: 0 });
  });
});
