import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FIELDS } from '../../src/format-request/schema/fields.ts';
import { GOOD, json, receiver, SITE } from './receiver-helpers.ts';

/** How much longer the worst input may take than harmless letters of the same length. */
const MOST = 20;

/** How long the inputs are: as much as a body holds. */
const LENGTH = 60_000;

/** What patterns that go back over their input are slow with: each is repeated up to `LENGTH`. */
const WORST = [
  '<',
  'ext',
  'x',
  ' ',
  '@',
  '.',
  '1',
  'a@',
  '[',
  '<a',
  '1800',
  '-',
  '/',
  'http://',
  '&',
  '%',
];

/**
 * The least of some times that the processor took, in microseconds: neither other programs nor the collector
 * of garbage count.
 */
async function shortest(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let at = 0; at < 7; at += 1) {
    const begin = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begin);
    least = Math.min(least, user + system);
  }
  return least;
}

const long = (part: string): string =>
  part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

/** How many times longer one field takes with the worst of all inputs than with letters. */
async function worstOf(field: string, rest: object): Promise<[ratio: number, input: string]> {
  const handle = receiver({ limits: { perAddress: 0, floodPerAddress: 0, flood: 0 } });
  const time = (value: string): Promise<number> =>
    shortest(() => handle(json({ ...GOOD, ...rest, [field]: value })));
  await time(long('a'));
  const baseline = await time(long('a'));
  let worst: [number, string] = [0, ''];
  for (const part of WORST) {
    const ratio = (await time(long(part))) / baseline;
    if (ratio > worst[0]) worst = [ratio, part];
  }
  return worst;
}

describe('What a request costs', () => {
  const WAYS: Readonly<Record<string, object>> = {
    email: { 'contact-by': 'email' },
    phone: { 'contact-by': 'phone' },
    address: { 'contact-by': 'post' },
  };
  for (const field of [...FIELDS, 'document', 'format', '_page', '_lang', '_key', '_t']) {
    test(`is no more with the worst that can stand in ${field} than with letters`, async () => {
      const [ratio, part] = await worstOf(field, WAYS[field] ?? {});
      assert.ok(ratio < MOST, `${String(ratio)} times as long with ${part}`);
    });
  }

  test('is no more with a path of slashes than with one of letters', async () => {
    const handle = receiver();
    const time = (part: string): Promise<number> =>
      shortest(() => handle(new Request(`${SITE}/${part.repeat(14_000)}x`)));
    const ratio = (await time('/')) / (await time('a'));
    assert.ok(ratio < MOST, String(ratio));
  });

  test('is nothing where it has thousands of documents: it is turned away', async () => {
    const handle = receiver();
    const document = Array.from({ length: 9000 }, (_, at) => String(at));
    assert.equal((await handle(json({ ...GOOD, document }))).status, 413);
  });
});
