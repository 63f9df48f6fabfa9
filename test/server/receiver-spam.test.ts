import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import type { Receiver, ReceiverOptions, Store } from '../../src/receiver/index.ts';
import { networkOf, senderOf } from '../../src/receiver/intake/rate.ts';
import { Allowance } from '../../src/receiver/settings/allowance.ts';
import { bodyOf, form, GOOD, GOOD_FORM, json, NOW, receiver } from './receiver-helpers.ts';

const OWN = { Origin: 'https://forms.example' };
const PLACE = { address: '192.0.2.1' };

let store: Store;
let now: Date;
beforeEach(() => {
  store = openSqlite(':memory:');
  now = NOW;
});

function taking(options: Partial<ReceiverOptions> = {}): Receiver {
  return receiver({ store, clock: () => now, ...options });
}

async function quarantined(): Promise<number> {
  return (await store.list({ states: ['quarantined'] })).length;
}

describe('What looks like spam', () => {
  const cases: [string, Record<string, unknown>, RegExp][] = [
    [
      'a field that nobody sees is filled in, and a link stands where a name belongs',
      { _leave_empty: 'Offer', name: 'www.a.example' },
      /people do not see/,
    ],
    [
      'the notes are full of links, within a second',
      { notes: 'http://a.example http://b.example www.c.example', _t: '900' },
      /links in the notes.*|within 3 seconds/,
    ],
    [
      'a name is a link with markup',
      { name: '<a href=http://a.example>x</a>' },
      /link where a name belongs/,
    ],
  ];
  for (const [what, change, reason] of cases) {
    test(`${what}: the person gets a receipt, and somebody looks at the request`, async () => {
      const response = await taking()(json({ ...GOOD, ...change }, OWN));
      assert.equal(response.status, 201);
      const { reference } = await bodyOf(response);
      const found = await store.find(String(reference));
      assert.equal(found?.request.state, 'quarantined');
      assert.match(found.request.quarantine.join('; '), reason);
    });
  }

  const people: [string, Record<string, unknown>, Record<string, string>][] = [
    ['notes with many links', { notes: 'http://a.example '.repeat(9) }, OWN],
    ['a form filled in within a second', { _t: '500' }, OWN],
    ['a browser that hides where it is', {}, { Origin: 'null' }],
    ['hidden origin, fast, and with a link', { _t: '500', notes: 'http://a.example' }, {}],
    ['a time that is none', { _t: 'NaN' }, OWN],
    ['a field that nobody sees, filled in by the browser', { _leave_empty: 'London' }, OWN],
    ['the subject of another service’s mail', { _subject: 'A new request' }, OWN],
    [
      'every circumstance there is at once',
      { _leave_empty: 'London', _t: '500', notes: 'http://a.example' },
      {},
    ],
  ];
  for (const [what, change, headers] of people) {
    test(`${what} is nothing that people are put aside for`, async () => {
      assert.equal((await taking()(json({ ...GOOD, ...change }, headers))).status, 201);
      assert.equal(await quarantined(), 0);
    });
  }

  test('a document on another site than the organisation’s counts against a request', async () => {
    const handle = taking({ documentHosts: ['council.example'] });
    await handle(json({ ...GOOD, _t: '500' }, OWN));
    assert.equal(await quarantined(), 0);
    await handle(json({ ...GOOD, document: 'https://evil.example/x Prize', _t: '500' }, OWN));
    assert.equal(await quarantined(), 1);
  });
});

describe('Many requests', () => {
  const numbered = (at: number) => json({ ...GOOD, notes: String(at) }, OWN);

  test('from one place, as an office behind a proxy sends them, are nobody’s spam', async () => {
    const handle = taking();
    for (let at = 0; at < 40; at += 1) {
      const body = { ...GOOD, notes: String(at), _leave_empty: 'x', _t: '900' };
      assert.equal((await handle(json(body), PLACE)).status, 201);
    }
    assert.equal(await quarantined(), 0);
  });

  test('from one place are looked at where their answers look like spam as well', async () => {
    const handle = taking();
    const offer = { ...GOOD, name: 'www.a.example' };
    for (let at = 0; at < 12; at += 1) {
      await handle(json({ ...offer, notes: String(at) }, OWN), PLACE);
    }
    assert.equal(await quarantined(), 2);
  });

  test('that cannot be taken say nothing of the one that can', async () => {
    const handle = taking();
    for (let at = 0; at < 30; at += 1) {
      assert.equal((await handle(json({ ...GOOD, email: 'pat' }, OWN), PLACE)).status, 422);
    }
    await handle(json({ ...GOOD, name: 'www.a.example' }, OWN), PLACE);
    assert.equal(await quarantined(), 0);
  });

  test('from everybody are held for somebody to look at, and each person has a receipt', async () => {
    const handle = taking({ limits: { flood: 3 } });
    for (let at = 0; at < 6; at += 1) {
      const from = { address: `198.51.100.${String(at)}` };
      assert.equal((await handle(numbered(at), from)).status, 201);
    }
    const held = await store.list({ states: ['quarantined'] });
    assert.deepEqual(
      held.map(({ quarantine }) => quarantine),
      Array.from({ length: 3 }, () => ['very many requests came at the same time']),
    );
  });

  test('of one IPv6 network are turned away, while everybody else has a receipt', async () => {
    const handle = taking({ limits: { flood: 50, floodPerAddress: 5 } });
    const statuses: number[] = [];
    for (let at = 0; at < 2000; at += 1) {
      const address = `2001:db8:1:${at.toString(16)}::1`;
      statuses.push((await handle(json({}, OWN), { address })).status);
      if (at % 20 > 0) continue;
      const honest = { address: `2001:db8:${(100 + at).toString(16)}::1` };
      assert.equal((await handle(numbered(at), honest)).status, 201);
    }
    assert.equal(statuses.filter((status) => status === 422).length, 20);
    assert.equal(statuses.filter((status) => status === 429).length, 1980);
  });

  test('of a flood are turned away before anything of them is read', async () => {
    const handle = taking({ limits: { floodPerAddress: 1 } });
    await handle(numbered(1), PLACE);
    const unread = (headers: Record<string, string>): Request =>
      new Request('https://forms.example/requests', {
        method: 'POST',
        headers,
        body: new ReadableStream({
          pull() {
            throw new Error('It was read.');
          },
        }),
        ...({ duplex: 'half' } as object),
      });
    const asJson = unread({ 'Content-Type': 'application/json' });
    assert.equal((await handle(asJson, PLACE)).status, 429);
    assert.equal(asJson.bodyUsed, false);
    const asForm = { 'Content-Type': 'application/x-www-form-urlencoded' };
    assert.equal((await handle(form(GOOD_FORM), PLACE)).status, 429);
    const second = unread(asForm);
    assert.equal((await handle(second, PLACE)).status, 429);
    assert.equal(second.bodyUsed, false);
  });

  test('that are one request sent again and again count once', async () => {
    const handle = taking();
    for (let at = 0; at < 30; at += 1) {
      await handle(json({ ...GOOD, _key: 'key-12345' }, OWN), PLACE);
    }
    await handle(numbered(1), PLACE);
    assert.equal(await quarantined(), 0);
  });

  test('in a flood are turned away, with when to come back and how else to ask', async () => {
    const handle = taking({ limits: { floodPerAddress: 2 } });
    for (let at = 0; at < 2; at += 1) await handle(numbered(at), PLACE);
    const refused = await handle(numbered(3), PLACE);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('Retry-After'), '300');
    const { code, error } = await bodyOf(refused);
    assert.equal(code, 'too-many');
    assert.match(String(error), /email help@council\.example or phone 020 7946 0123/);
    now = new Date(NOW.getTime() + 300_000);
    assert.equal((await handle(numbered(3), PLACE)).status, 201);
  });

  test('in a flood leave a person without JavaScript with the form as they filled it in', async () => {
    const handle = taking({ limits: { floodPerAddress: 1 } });
    await handle(numbered(1), PLACE);
    const page = await handle(form(GOOD_FORM), PLACE);
    assert.equal(page.status, 429);
    const html = await page.text();
    assert.match(html, /value="pat@example\.org"/);
    assert.match(html, /Very many requests .*<\/p>\s*<p>\s*You can also .*help@council\.example/);
    assert.equal((await store.list()).length, 1);
  });

  test('are all taken where the organisation sets no limits', async () => {
    const limits = { perAddress: 0, floodPerAddress: 0, flood: 0 };
    const handle = taking({ limits });
    for (let at = 0; at < 80; at += 1) {
      assert.equal((await handle(numbered(at), PLACE)).status, 201);
    }
    assert.equal(await quarantined(), 0);
  });

  test('a document’s host that is an address is refused at the start', () => {
    assert.throws(
      () => taking({ documentHosts: ['https://council.example'] }),
      /^TypeError: documentHosts must hold hosts .* not "https:\/\/council\.example"/,
    );
  });

  test('limits that are no numbers are refused at the start', () => {
    assert.throws(() => taking({ limits: { flood: -1 } }), /^TypeError: limits\.flood must/);
  });
});

describe('An allowance', () => {
  test('comes back bit by bit, and never to more than it was', () => {
    const allowance = new Allowance(2, 1000);
    assert.deepEqual(
      [0, 0, 0, 499, 500, 10_000, 10_000, 10_000].map((at) => allowance.take('a', at)),
      [true, true, false, false, true, true, true, false],
    );
  });

  test('remembers only so many senders', () => {
    const allowance = new Allowance(1, 1000);
    allowance.take('first', 0);
    for (let at = 0; at < 20_000; at += 1) allowance.take(String(at), 0);
    assert.equal(allowance.take('first', 0), true);
    assert.equal(allowance.take('19999', 0), false);
  });

  test('is one for a household, however many addresses it has', () => {
    assert.equal(senderOf('::ffff:192.0.2.1'), '192.0.2.1');
    assert.equal(senderOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
    assert.equal(senderOf('2001:DB8:1:2::9'), '2001:db8:1:2');
    assert.equal(senderOf('2001:db8::1'), senderOf('2001:0db8:0:0:ffff::2'));
    assert.equal(senderOf('::1'), '0:0:0:0');
    assert.equal(networkOf('2001:DB8:1:2::9'), '2001:db8:1/48');
    assert.equal(networkOf('::ffff:192.0.2.1'), undefined);
    assert.equal(networkOf('192.0.2.1'), undefined);
  });
});
