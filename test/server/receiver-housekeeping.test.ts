import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { runDailyJobs, openSqlite } from '../../src/receiver/index.ts';
import type { Notice, Store } from '../../src/receiver/index.ts';
import { asked } from './receiver-helpers.ts';

let store: Store;
let told: Notice[];
beforeEach(() => {
  store = openSqlite(':memory:');
  told = [];
});

const tell = (notice: Notice): Promise<void> => {
  told.push(notice);
  return Promise.resolve();
};

async function ask(key: string, change = {}): Promise<string> {
  const kept = await store.accept(asked(key, change));
  assert.ok(kept.outcome === 'new');
  return kept.receipt.reference;
}

describe('Once a day', () => {
  test('the organisation is told what is overdue, due today and in quarantine, and of nobody', async () => {
    const overdue = await ask('key-overdue', { replyBy: '2026-11-27' });
    const today = await ask('key-today1', { replyBy: '2026-11-30' });
    await ask('key-later1', { replyBy: '2026-12-01' });
    await ask('key-spam-1', { quarantine: ['links'], replyBy: '2026-11-27' });
    await runDailyJobs(store, new Date('2026-11-30T09:00:00Z'), 90, tell);
    const [notice] = told;
    assert.equal(notice?.subject, 'Requests for formats: 1 overdue, 1 due today');
    assert.match(
      notice.text,
      new RegExp(`Overdue since 2026-11-27: ${overdue}\nDue today: ${today}\n`),
    );
    assert.match(notice.text, /In quarantine, to be looked at: 1/);
    assert.doesNotMatch(notice.text, /pat|plan|print/i);
  });

  test('it is told once, however often and by however many receivers the day is begun', async () => {
    await ask('key-12345', { replyBy: '2026-11-27' });
    for (const time of ['2026-11-30T00:10:00Z', '2026-11-30T12:00:00Z', '2026-11-30T23:50:00Z']) {
      await runDailyJobs(store, new Date(time), 90, tell);
    }
    assert.equal(told.length, 1);
    await runDailyJobs(store, new Date('2026-12-01T00:10:00Z'), 90, tell);
    assert.equal(told.length, 2);
  });

  test('it hears nothing where nothing presses', async () => {
    await ask('key-12345', { replyBy: '2026-12-04' });
    await runDailyJobs(store, new Date('2026-11-30T09:00:00Z'), 90, tell);
    assert.deepEqual(told, []);
  });

  test('personal fields go ninety days after closing, and not a day before', async () => {
    const reference = await ask('key-12345');
    const at = '2026-11-25T10:00:00.000Z';
    await store.change(reference, { state: 'done', at, by: 'Sam', note: '' });
    const answers = async () => (await store.find(reference))?.request.answers;
    await runDailyJobs(store, new Date('2027-02-23T09:00:00Z'), 90, tell);
    assert.equal((await answers())?.email, 'pat@example.org');
    await runDailyJobs(store, new Date('2027-02-24T09:00:00Z'), 90, tell);
    assert.deepEqual(await answers(), {});
  });
});
