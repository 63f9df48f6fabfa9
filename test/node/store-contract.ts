import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readRequest } from '../../src/format-request/request.ts';
import type { Claim, Result, State, Store } from '../../src/receiver/index.ts';
import { referenceFor } from '../../src/receiver/reference.ts';
import { asked } from './receiver-helpers.ts';

// Two keys whose first reference is the same, found by trying.
const CLASH = ['request-289074', 'request-428179'] as const;
const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-23T10:02:00.000Z';
const CHANNELS = ['mail', 'hook'];

/** Where a contract's stores are: each test begins with nothing in it. */
export interface Place {
  empty(): Promise<void>;
  open(): Promise<Store>;
}

async function referenceOf(store: Store, key: string, change = {}): Promise<string> {
  const kept = await store.accept(asked(key, change));
  assert.ok(kept.outcome === 'new');
  return kept.receipt.reference;
}

const step = (state: State, at = NOW, note = '') => ({ state, at, by: 'Sam', note });
const sent: Result = { state: 'sent', at: NOW };
const channelsOf = (claims: Claim[]): string[] => claims.map(({ channel }) => channel).sort();

/** What every store must do, whatever it is made of. */
export function storeContract(name: string, place: Place): void {
  let store: Store;
  beforeEach(async () => {
    await place.empty();
    store = await place.open();
  });
  afterEach(() => store.close());

  describe(`${name}: taking requests`, () => {
    test('a request is there after a restart, with its receipt', async () => {
      const first = await store.accept(asked('key-12345'));
      await store.close();
      const again = await place.open();
      assert.ok(first.outcome === 'new');
      assert.deepEqual(await again.receipt('token-of-key-12345'), first.receipt);
      assert.deepEqual(await again.accept(asked('key-12345', { token: 'other' })), {
        outcome: 'repeat',
        receipt: first.receipt,
      });
      await again.close();
    });

    test('everything that was asked for can be read again', async () => {
      const request = readRequest([
        ['document', 'https://council.example/plan.pdf The “local” plan'],
        ['document-other', 'The budget ‏2026'],
        ['format', 'audio'],
        ['format', 'bsl'],
        ['contact-by', 'post'],
        ['notes', 'Line one\nLine two \\ "quoted" 🦮'],
      ]);
      const page = 'https://council.example/plans';
      const reference = await referenceOf(store, 'key-12345', { request, page, language: 'cy' });
      assert.deepEqual((await store.find(reference))?.request, {
        id: 1,
        reference,
        state: 'new',
        receivedAt: NOW,
        replyBy: '2026-11-30',
        replyWithin: 5,
        closedAt: null,
        wipedAt: null,
        contactBy: 'post',
        documents: [{ title: 'The “local” plan', url: 'https://council.example/plan.pdf' }],
        formats: ['audio', 'bsl'],
        answers: {
          'document-other': 'The budget ‏2026',
          notes: 'Line one\nLine two \\ "quoted" 🦮',
        },
        page,
        language: 'cy',
        quarantine: [],
      });
    });

    test('many receivers on one database keep each request once', async () => {
      const stores = await Promise.all([place.open(), place.open(), place.open()]);
      const keys = Array.from(
        { length: 60 },
        (_, at) => `key-${String(Math.floor(at / 3) + 10_000)}`,
      );
      const outcomes = await Promise.all(
        keys.map((key, at) =>
          (stores[at % 3] ?? store).accept(asked(key, { token: `t${String(at)}` })),
        ),
      );
      const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length;
      assert.deepEqual([count('new'), count('repeat'), count('conflict')], [20, 40, 0]);
      assert.equal((await store.page(0, 100)).length, 20);
      await Promise.all(stores.map((one) => one.close()));
    });

    test('the same key with other answers is a conflict, and changes nothing', async () => {
      await store.accept(asked('key-12345'));
      const other = asked('key-12345', { fingerprint: 'other', token: 'other', replyWithin: 9 });
      assert.deepEqual(await store.accept(other), { outcome: 'conflict' });
      assert.equal((await store.receipt('token-of-key-12345'))?.replyWithin, 5);
      assert.equal(await store.receipt('other'), undefined);
    });

    test('a reference that another request has is not given twice', async () => {
      const [first, second] = [asked(CLASH[0]), asked(CLASH[1])];
      assert.equal(referenceFor(first.key), referenceFor(second.key));
      await store.accept(first);
      await store.accept(second);
      assert.equal((await store.receipt(first.token))?.reference, referenceFor(first.key));
      assert.equal((await store.receipt(second.token))?.reference, referenceFor(second.key, 1));
      const again = await store.accept(second);
      assert.ok(again.outcome === 'repeat');
      assert.equal(again.receipt.reference, referenceFor(second.key, 1));
    });

    test('a reference can come from something other than the key', async () => {
      assert.equal(await referenceOf(store, 'key-12345', { seed: 'seed' }), referenceFor('seed'));
    });

    test('no date is kept where none could be promised', async () => {
      const reference = await referenceOf(store, 'key-12345', { replyBy: null });
      assert.equal((await store.find(reference))?.request.replyBy, null);
    });

    test('a closed store refuses, and can be closed again', async () => {
      await store.close();
      await store.close();
      await assert.rejects(store.accept(asked('key-12345')));
      await assert.rejects(store.receipt('token-of-key-12345'));
    });
  });

  describe(`${name}: answering requests`, () => {
    test('the list begins with what is due first, and ends with what has no date', async () => {
      const dates = ['2026-12-04', null, '2026-11-30', '2026-12-01'];
      for (const [at, replyBy] of dates.entries()) {
        await store.accept(asked(`key-${String(at)}-long`, { replyBy }));
      }
      const due = (list: { replyBy: string | null }[]) => list.map(({ replyBy }) => replyBy);
      assert.deepEqual(due(await store.list()), ['2026-11-30', '2026-12-01', '2026-12-04', null]);
      assert.deepEqual(due(await store.list({ dueBy: '2026-12-01' })), [
        '2026-11-30',
        '2026-12-01',
      ]);
      assert.deepEqual(due(await store.list({ limit: 1 })), ['2026-11-30']);
      assert.deepEqual(await store.list({ states: ['done'] }), []);
      assert.deepEqual(await store.list({ states: [] }), []);
    });

    test('who did what, and when, is remembered in order', async () => {
      const reference = await referenceOf(store, 'key-12345');
      const steps = [step('acknowledged', NOW, 'Rang back'), step('done', LATER)];
      for (const one of steps) assert.equal(await store.change(reference, one), true);
      const found = await store.find(reference);
      assert.deepEqual(found?.history, steps);
      assert.equal(found.request.state, 'done');
      assert.equal(found.request.closedAt, LATER);
      assert.deepEqual(await store.list({ states: ['new'] }), []);
    });

    test('a closed request can be opened again', async () => {
      const reference = await referenceOf(store, 'key-12345');
      await store.change(reference, step('done'));
      await store.change(reference, step('in-progress'));
      assert.equal((await store.find(reference))?.request.closedAt, null);
    });

    test('a reference that nobody has changes nothing', async () => {
      assert.equal(await store.change('AAAA-AAAA', step('done')), false);
      assert.equal(await store.find('AAAA-AAAA'), undefined);
    });

    test('every request comes up once when they are read page by page', async () => {
      for (let at = 0; at < 5; at += 1) await store.accept(asked(`key-${String(at)}-long`));
      const pages = [await store.page(0, 3)];
      pages.push(await store.page(pages[0]?.at(-1)?.id ?? 0, 3));
      assert.deepEqual(
        pages.map((page) => page.length),
        [3, 2],
      );
      assert.equal(new Set(pages.flat().map(({ reference }) => reference)).size, 5);
    });

    test('the counts say which formats and documents are asked for, and how many were late', async () => {
      const ask = async (key: string, fields: [string, string][], change = {}) =>
        referenceOf(store, key, { request: readRequest(fields), ...change });
      const plan = 'https://council.example/plan.pdf';
      const first = await ask('key-one-1', [
        ['document', `${plan} Plan`],
        ['format', 'audio'],
        ['format', 'braille'],
      ]);
      const second = await ask('key-two-2', [
        ['document', `${plan} The plan`],
        ['document', 'Leaflet'],
        ['format', 'audio'],
      ]);
      await ask('key-three', [
        ['document-other', 'The letter you sent me'],
        ['format', 'audio'],
      ]);
      await ask(
        'key-spam1',
        [
          ['document', 'Spam'],
          ['format', 'bsl'],
        ],
        { quarantine: ['links'] },
      );
      await store.change(first, step('done', '2026-11-30T23:30:00.000Z'));
      await store.change(second, step('done', '2026-12-01T00:30:00.000Z'));
      assert.deepEqual(await store.counts(), {
        formats: [
          { format: 'audio', requests: 3 },
          { format: 'braille', requests: 1 },
        ],
        documents: [
          { title: 'The plan', url: plan, requests: 2 },
          { title: 'Leaflet', url: null, requests: 1 },
        ],
        states: { new: 1, acknowledged: 0, 'in-progress': 0, done: 2, quarantined: 1 },
        answered: { onTime: 1, late: 1 },
      });
    });
  });

  describe(`${name}: sending news of requests`, () => {
    test('each delivery is claimed by one worker alone', async () => {
      for (let at = 0; at < 30; at += 1) {
        await store.accept(asked(`key-${String(at)}-long`, { deliveries: CHANNELS }));
      }
      const workers = await Promise.all([1, 2, 3, 4].map(() => place.open()));
      const claims: Claim[] = [];
      const work = async (worker: Store): Promise<void> => {
        for (;;) {
          const mine = await worker.claim(NOW, LATER, 7);
          if (mine.length === 0) return;
          claims.push(...mine);
          for (const claim of mine) await worker.settle(claim, sent);
        }
      };
      await Promise.all(workers.map(work));
      assert.equal(claims.length, 60);
      assert.equal(new Set(claims.map(({ id }) => id)).size, 60);
      assert.deepEqual(await store.claim(LATER, LATER, 10), []);
      await Promise.all(workers.map((one) => one.close()));
    });

    test('a claim carries the request, and how many attempts there have been', async () => {
      const reference = await referenceOf(store, 'key-12345', { deliveries: ['mail'] });
      const [claim] = await store.claim(NOW, LATER, 10);
      assert.ok(claim);
      assert.deepEqual([claim.channel, claim.attempt], ['mail', 1]);
      assert.deepEqual(claim.request, (await store.find(reference))?.request);
    });

    test('what a lost worker claimed is due again when its claim ends', async () => {
      await store.accept(asked('key-12345', { deliveries: ['mail'] }));
      const [lost] = await store.claim(NOW, LATER, 10);
      assert.ok(lost);
      assert.deepEqual(await store.claim(NOW, LATER, 10), []);
      const [next] = await store.claim(LATER, '2026-11-23T10:04:00.000Z', 10);
      assert.equal(next?.attempt, 2);
      await store.settle(lost, { state: 'failed', at: LATER, problem: 'too late to say' });
      assert.deepEqual(await store.backlog(), { waiting: 1, failed: 0 });
      await store.settle(next, sent);
      assert.deepEqual(await store.backlog(), { waiting: 0, failed: 0 });
    });

    test('what could not be sent is due later, and can be tried anew after it was given up', async () => {
      const reference = await referenceOf(store, 'key-12345', { deliveries: ['mail'] });
      const [first] = await store.claim(NOW, LATER, 10);
      assert.ok(first);
      await store.settle(first, { state: 'waiting', at: LATER, problem: 'no answer' });
      assert.deepEqual(await store.claim(NOW, LATER, 10), []);
      const [second] = await store.claim(LATER, LATER, 10);
      assert.ok(second);
      await store.settle(second, { state: 'failed', at: LATER, problem: 'refused' });
      assert.deepEqual((await store.find(reference))?.deliveries, [
        { channel: 'mail', state: 'failed', attempts: 2, at: LATER, problem: 'refused' },
      ]);
      assert.deepEqual(await store.backlog(), { waiting: 0, failed: 1 });
      assert.equal(await store.retry(LATER), 1);
      assert.deepEqual(channelsOf(await store.claim(LATER, LATER, 10)), ['mail']);
    });

    test('a request that is not kept leaves nothing to send', async () => {
      await store.accept(asked('key-12345', { deliveries: ['mail'] }));
      await store.accept(asked('key-12345', { deliveries: ['mail'] }));
      await store.accept(asked('key-12345', { fingerprint: 'other', deliveries: ['mail'] }));
      assert.deepEqual(await store.backlog(), { waiting: 1, failed: 0 });
      const twice = asked('key-67890', { deliveries: ['mail', 'mail'] });
      await assert.rejects(store.accept(twice));
      assert.equal(await store.receipt(twice.token), undefined);
      assert.equal((await store.accept(asked('key-67890'))).outcome, 'new');
    });

    test('nothing is sent from quarantine until somebody lets the request out', async () => {
      const reference = await referenceOf(store, 'key-12345', {
        deliveries: CHANNELS,
        quarantine: ['links'],
      });
      const found = await store.find(reference);
      assert.equal(found?.request.state, 'quarantined');
      assert.deepEqual(found.request.quarantine, ['links']);
      assert.deepEqual(await store.claim(LATER, LATER, 10), []);
      await store.change(reference, step('new'));
      assert.deepEqual(channelsOf(await store.claim(LATER, LATER, 10)), ['hook', 'mail']);
    });

    test('what is put into quarantine stops being sent', async () => {
      const reference = await referenceOf(store, 'key-12345', { deliveries: CHANNELS });
      await store.change(reference, step('quarantined'));
      assert.deepEqual(await store.claim(LATER, LATER, 10), []);
    });
  });

  describe(`${name}: keeping house`, () => {
    const DAY_90 = '2026-11-24T00:00:00.000Z';

    test('everything personal is wiped once a request has been closed for long enough', async () => {
      const page = 'https://council.example/plans';
      const options = { deliveries: CHANNELS, page, language: 'cy' };
      const reference = await referenceOf(store, 'key-12345', options);
      await store.change(reference, step('done', NOW, 'Sent to Pat at 1 High Street'));
      assert.equal(await store.wipe(NOW, LATER), 0);
      assert.equal(await store.wipe(DAY_90, LATER), 1);
      const found = await store.find(reference);
      assert.doesNotMatch(JSON.stringify(found), /pat|18 point|High Street|plans|"cy"/i);
      assert.equal(found?.request.wipedAt, LATER);
      assert.deepEqual(found.deliveries, []);
      assert.equal(found.history[0]?.by, 'Sam');
      assert.deepEqual((await store.counts()).formats.length, 2);
      assert.equal(await store.wipe(DAY_90, LATER), 0);
      assert.ok(await store.receipt('token-of-key-12345'));
    });

    test('what is still open is never wiped, and quarantine is', async () => {
      const open = await referenceOf(store, 'key-open-1');
      const spam = await referenceOf(store, 'key-spam-1', { quarantine: ['links'] });
      assert.equal(await store.wipe(DAY_90, LATER), 1);
      assert.equal((await store.find(open))?.request.answers.email, 'pat@example.org');
      assert.deepEqual((await store.find(spam))?.request.answers, {});
    });

    test('the same key is free again after the wipe', async () => {
      const reference = await referenceOf(store, 'key-12345');
      await store.change(reference, step('done'));
      await store.wipe(DAY_90, LATER);
      const again = await store.accept(asked('key-12345', { token: 'other' }));
      assert.equal(again.outcome, 'new');
    });

    test('a daily chore is done once a day, whoever asks', async () => {
      const others = await Promise.all([place.open(), place.open()]);
      const turns = await Promise.all(
        [store, ...others, store].map((one) => one.takeTurn('wipe', '2026-11-23')),
      );
      assert.equal(turns.filter(Boolean).length, 1);
      assert.equal(await store.takeTurn('digest', '2026-11-23'), true);
      assert.equal(await store.takeTurn('wipe', '2026-11-24'), true);
      assert.equal(await store.takeTurn('wipe', '2026-11-23'), false);
      await Promise.all(others.map((one) => one.close()));
    });
  });
}
