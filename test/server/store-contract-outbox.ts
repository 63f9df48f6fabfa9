import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Claim, DeliveryResult, Store } from '../../src/receiver/index.ts';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { asked, GOOD_FORM } from './receiver-helpers.ts';
import { NOW, LATER, referenceOf, step } from './store-contract.ts';
import type { StorePlace } from './store-contract.ts';

const CHANNELS = ['mail', 'hook'];
const sent: DeliveryResult = { state: 'sent', at: NOW };
const channelsOf = (claims: Claim[]): string[] => claims.map(({ channel }) => channel).sort();

/** What every store must do with news of requests, and with requests that are long closed. */
export function outboxContract(name: string, place: StorePlace): void {
  describe(`The store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      await place.empty();
      store = await place.open();
    });
    afterEach(() => store.close());

    describe(`${name}: figures for whoever watches over it`, () => {
      test('an empty store has none', async () => {
        assert.deepEqual(await store.figures('2026-11-30'), { requests: [], messages: [] });
      });

      test('are by state and by channel, with what is overdue and what has waited longest', async () => {
        const early = '2026-11-20T09:00:00.000Z';
        const [mail, hook] = [{ deliveries: ['mail'] }, { deliveries: CHANNELS }];
        await store.accept(asked('key-1-long', { ...mail, receivedAt: early }));
        await store.accept(asked('key-2-long', { ...hook, replyBy: '2026-12-01' }));
        await store.accept(asked('key-3-long', { ...mail, replyBy: null }));
        await store.accept(asked('key-4-long', { ...mail, quarantine: ['a sign'] }));
        const done = await referenceOf(store, 'key-5-long');
        await store.change(done, step('done'));
        const claims = await store.claim(LATER, LATER, 10, { channel: 'hook' });
        for (const claim of claims) {
          await store.recordResult(claim, { state: 'failed', at: LATER, problem: 'HTTP 500' });
        }
        assert.deepEqual(await store.figures('2026-12-01'), {
          requests: [
            { state: 'done', count: 1, overdue: 1 },
            { state: 'new', count: 3, overdue: 1 },
            { state: 'quarantined', count: 1, overdue: 1 },
          ],
          messages: [
            { channel: 'hook', state: 'failed', count: 1, oldest: NOW },
            { channel: 'mail', state: 'waiting', count: 3, oldest: early },
          ],
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
            for (const claim of mine) await worker.recordResult(claim, sent);
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
        await store.recordResult(lost, { state: 'failed', at: LATER, problem: 'too late to say' });
        assert.deepEqual(await store.backlog(), { waiting: 1, failed: 0 });
        await store.recordResult(next, sent);
        assert.deepEqual(await store.backlog(), { waiting: 0, failed: 0 });
      });

      test('what could not be sent is due later, and can be tried anew after it was given up', async () => {
        const reference = await referenceOf(store, 'key-12345', { deliveries: ['mail'] });
        const [first] = await store.claim(NOW, LATER, 10);
        assert.ok(first);
        await store.recordResult(first, { state: 'waiting', at: LATER, problem: 'no answer' });
        assert.deepEqual(await store.claim(NOW, LATER, 10), []);
        const [second] = await store.claim(LATER, LATER, 10);
        assert.ok(second);
        await store.recordResult(second, { state: 'failed', at: LATER, problem: 'refused' });
        assert.deepEqual((await store.find(reference))?.deliveries, [
          { channel: 'mail', state: 'failed', attempts: 2, at: LATER, problem: 'refused' },
        ]);
        assert.deepEqual(await store.backlog(), { waiting: 0, failed: 1 });
        assert.equal(await store.retry(LATER), 1);
        assert.deepEqual(channelsOf(await store.claim(LATER, LATER, 10)), ['mail']);
      });

      test('what was sent and came back has failed, and no other message has', async () => {
        const reference = await referenceOf(store, 'key-12345', { deliveries: CHANNELS });
        const other = await referenceOf(store, 'key-67890', { deliveries: CHANNELS });
        const back = { at: LATER, problem: 'no such address' };
        assert.equal(await store.recordBounce(reference, 'mail', back), false, 'not sent yet');
        for (const claim of await store.claim(NOW, LATER, 10)) {
          await store.recordResult(claim, { state: 'sent', at: NOW });
        }
        assert.equal(await store.recordBounce('AAAA-AAAA', 'mail', back), false);
        assert.equal(await store.recordBounce(reference, 'pigeon', back), false);
        assert.equal(await store.recordBounce(reference, 'mail', back), true);
        assert.equal(await store.recordBounce(reference, 'mail', back), false, 'a second time');
        const states = async (of: string) =>
          (await store.find(of))?.deliveries
            .map(({ channel, state, problem }) => [channel, state, problem].join(' ').trim())
            .sort();
        assert.deepEqual(await states(reference), ['hook sent', 'mail failed no such address']);
        assert.deepEqual(await states(other), ['hook sent', 'mail sent']);
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

      test('nothing is sent of what is called spam, or closed without being let out', async () => {
        for (const state of ['spam', 'done'] as const) {
          const reference = await referenceOf(store, `key-${state}-long`, {
            deliveries: CHANNELS,
            quarantine: ['links'],
            token: state,
          });
          await store.change(reference, step(state));
          assert.deepEqual(await store.claim(LATER, LATER, 10), []);
        }
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

      test('what nobody has decided about is never wiped, and what is spam is', async () => {
        const open = await referenceOf(store, 'key-open-1');
        const held = await referenceOf(store, 'key-held-1', { quarantine: ['links'] });
        const spam = await referenceOf(store, 'key-spam-1', { quarantine: ['links'] });
        await store.change(spam, step('spam'));
        assert.equal(await store.wipe('2030-01-01T00:00:00.000Z', LATER), 1);
        assert.equal((await store.find(open))?.request.answers.email, 'pat@example.org');
        assert.equal((await store.find(held))?.request.answers.email, 'pat@example.org');
        assert.deepEqual((await store.find(spam))?.request.answers, {});
      });

      test('what one person typed as a document goes, and what several ask for is still counted', async () => {
        const typed = readRequest([
          ...GOOD_FORM,
          ['document', 'https://council.example/pat.pdf The file on Pat Example'],
          ['document', 'The file on Pat Example'],
        ]);
        const references = [
          await referenceOf(store, 'key-typed-1', { request: typed }),
          await referenceOf(store, 'key-other-1'),
          await referenceOf(store, 'key-other-2'),
        ];
        for (const one of references) await store.change(one, step('done'));
        assert.equal(await store.wipe(DAY_90, LATER), 3);
        assert.doesNotMatch(JSON.stringify(await store.page(0, 10)), /pat/i);
        assert.equal((await store.counts()).documents[0]?.title, 'The local plan');
      });

      test('somebody’s requests are found by their address, and erased at once', async () => {
        const mine = await referenceOf(store, 'key-mine-1', { deliveries: CHANNELS });
        const other = readRequest([...GOOD_FORM.filter(([name]) => name !== 'email')]);
        const theirs = await referenceOf(store, 'key-other-1', { request: other });
        assert.deepEqual(await store.findByEmail(' PAT@example.org '), [mine]);
        assert.deepEqual(await store.findByEmail('pat_example.org'), []);
        assert.equal(await store.erase(mine, LATER, 'Sam'), true);
        assert.equal(await store.erase('AAAA-AAAA', LATER, 'Sam'), false);
        assert.deepEqual(await store.findByEmail('pat@example.org'), []);
        const found = await store.find(mine);
        assert.doesNotMatch(JSON.stringify(found), /pat|18 point/i);
        assert.deepEqual(
          [found?.request.state, found?.request.wipedAt, found?.deliveries],
          ['done', LATER, []],
        );
        assert.deepEqual(
          found?.history.map(({ by, note }) => [by, note]),
          [['Sam', 'Personal details were erased.']],
        );
        assert.equal((await store.find(theirs))?.request.answers.name, 'Pat Example');
      });

      test('the same key is free again after the wipe', async () => {
        const reference = await referenceOf(store, 'key-12345');
        await store.change(reference, step('done'));
        await store.wipe(DAY_90, LATER);
        const again = await store.accept(asked('key-12345', { token: 'other' }));
        assert.equal(again.outcome, 'new');
      });

      test('a daily job is done once a day, whoever asks', async () => {
        const others = await Promise.all([place.open(), place.open()]);
        const turns = await Promise.all(
          [store, ...others, store].map((one) => one.claimJob('wipe', '2026-11-23', NOW, LATER)),
        );
        assert.equal(turns.filter(Boolean).length, 1);
        assert.equal(await store.claimJob('digest', '2026-11-23', NOW, LATER), true);
        await store.finishJob('wipe', '2026-11-23');
        const after = '2026-11-23T12:00:00.000Z';
        assert.equal(await store.claimJob('wipe', '2026-11-23', after, after), false);
        assert.equal(await store.claimJob('wipe', '2026-11-24', after, after), true);
        await Promise.all(others.map((one) => one.close()));
      });

      test('a daily job is due again where whoever claimed it never finished', async () => {
        const END = '2026-11-23T10:04:00.000Z';
        assert.equal(await store.claimJob('digest', '2026-11-23', NOW, LATER), true);
        assert.equal(await store.claimJob('digest', '2026-11-23', NOW, LATER), false);
        assert.equal(await store.claimJob('digest', '2026-11-23', LATER, END), true);
      });

      test('a clock that was years ahead holds up neither jobs nor news', async () => {
        const AHEAD = '2028-11-23T10:00:00.000Z';
        await store.claimJob('wipe', '2028-11-23', AHEAD, AHEAD);
        await store.finishJob('wipe', '2028-11-23');
        await store.claimJob('digest', '2028-11-23', AHEAD, AHEAD);
        assert.equal(await store.claimJob('wipe', '2026-11-23', NOW, LATER), true);
        assert.equal(await store.claimJob('digest', '2026-11-23', NOW, LATER), true);
        await store.accept(asked('key-12345', { deliveries: ['mail'], receivedAt: AHEAD }));
        assert.deepEqual(await store.claim(NOW, LATER, 10), []);
        assert.equal((await store.claim(NOW, LATER, 10, { latest: LATER })).length, 1);
      });
    });
  });
}
