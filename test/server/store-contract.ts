import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readRequest } from '../../src/format-request/schema/request.ts';
import type { RequestState, Store } from '../../src/receiver/index.ts';
import { referenceFor } from '../../src/receiver/store/reference.ts';
import { asked } from './receiver-helpers.ts';

// Two keys whose first reference is the same, found by trying.
const CLASH = ['request-289074', 'request-428179'] as const;
export const NOW = '2026-11-23T10:00:00.000Z';
export const LATER = '2026-11-23T10:02:00.000Z';

/** Where a contract's stores are: each test begins with nothing in it. */
export interface StorePlace {
  empty(): Promise<void>;
  open(): Promise<Store>;
}

export async function referenceOf(store: Store, key: string, change = {}): Promise<string> {
  const kept = await store.accept(asked(key, change));
  assert.ok(kept.outcome === 'new');
  return kept.receipt.reference;
}

export const step = (state: RequestState, at = NOW, note = '') => ({ state, at, by: 'Sam', note });

/** What every store must do with requests, whatever it is made of. */
export function storeContract(name: string, place: StorePlace): void {
  describe(`The store on ${name}`, () => {
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

      test('requests at the same moment are kept in one go, each once and with its messages', async () => {
        const same = asked('key-twice', { deliveries: ['mail'], token: 'first' });
        const group = [
          ...CLASH.map((key) => asked(key, { deliveries: ['mail', 'hook'] })),
          same,
          { ...same, token: 'second' },
          { ...same, token: 'third', fingerprint: 'other' },
          ...Array.from({ length: 245 }, (_, at) => asked(`key-of-many-${String(at)}`)),
        ];
        const outcomes = await Promise.all(group.map((one) => store.accept(one)));
        const [first, second, kept, repeat, conflict] = outcomes;
        assert.ok(first?.outcome === 'new' && second?.outcome === 'new');
        assert.equal(first.receipt.reference, referenceFor(CLASH[0]));
        assert.equal(second.receipt.reference, referenceFor(CLASH[1], 1));
        assert.ok(kept?.outcome === 'new');
        assert.deepEqual(repeat, { outcome: 'repeat', receipt: kept.receipt });
        assert.deepEqual(conflict, { outcome: 'conflict' });
        assert.deepEqual([...new Set(outcomes.slice(5).map(({ outcome }) => outcome))], ['new']);
        assert.equal((await store.page(0, 1000)).length, 248);
        const news = async ({ receipt }: typeof kept): Promise<unknown> =>
          (await store.find(receipt.reference))?.deliveries.map(({ channel }) => channel).sort();
        assert.deepEqual(await news(first), ['hook', 'mail']);
        assert.deepEqual(await news(second), ['hook', 'mail']);
        assert.deepEqual(await news(kept), ['mail']);
      });

      test('a request that the database refuses takes none of its neighbours with it', async () => {
        const bad = asked('key-refused', { replyWithin: 1.5, deliveries: ['mail'] });
        const good = ['key-before', 'key-behind'].map((key) =>
          asked(key, { deliveries: ['mail'] }),
        );
        const group = [good[0] ?? bad, bad, good[1] ?? bad];
        const settled = await Promise.allSettled(group.map((one) => store.accept(one)));
        assert.deepEqual(
          settled.map(({ status }) => status),
          ['fulfilled', 'rejected', 'fulfilled'],
        );
        assert.equal(await store.receipt(bad.token), undefined);
        assert.deepEqual(await store.backlog(), { waiting: 2, failed: 0 });
        for (const { token } of good) assert.ok(await store.receipt(token));
        assert.equal((await store.accept({ ...bad, replyWithin: 2 })).outcome, 'new');
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
          states: { new: 1, acknowledged: 0, 'in-progress': 0, done: 2, quarantined: 1, spam: 0 },
          answered: { onTime: 1, late: 1 },
        });
      });
    });
  });
}
