import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import type { Intake, NewRequest, ReceiverOptions } from '../../src/receiver/index.ts';
import { ACCEPT_JSON, BROKEN, SHORT, SITE, errorOf, post, receiver } from './receiver-helpers.ts';

const URLENCODED = 'application/x-www-form-urlencoded';

describe('Size and type of a request', () => {
  test('64 KB are taken, and one byte more is refused', async () => {
    const full = SHORT + '&x='.padEnd(64 * 1024 - SHORT.length, 'y');
    assert.equal((await receiver()(post({}, full))).status, 303);
    const over = await receiver()(post(ACCEPT_JSON, `${full}y`));
    assert.equal(over.status, 413);
    assert.match(await errorOf(over), /too large/);
  });

  test('a stream without an end is cut off, whatever length it claims', async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(0x61));
      },
      cancel() {
        cancelled = true;
      },
    });
    const init = {
      method: 'POST',
      headers: { 'Content-Type': URLENCODED, 'Content-Length': '10' },
      body,
      duplex: 'half',
    };
    const response = await receiver()(new Request(`${SITE}/requests`, init));
    assert.equal(response.status, 413);
    assert.ok(cancelled);
    assert.ok(sent < 80 * 1024);
  });

  test('bytes are counted, not characters', async () => {
    const body = `${SHORT}&x=${'é'.repeat(40_000)}`;
    assert.ok(body.length < 64 * 1024);
    assert.equal((await receiver()(post({}, body))).status, 413);
  });

  test('a body that breaks off is refused and nothing is kept', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(SHORT));
      },
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    const store: Intake = { ...BROKEN, accept: () => assert.fail('kept') };
    const headers = { 'Content-Type': URLENCODED };
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const response = await receiver({ store })(new Request(`${SITE}/requests`, init));
    assert.equal(response.status, 400);
  });

  test('other content types and character sets are refused', async () => {
    for (const type of ['multipart/mixed', 'text/plain', 'application/jsonp', '']) {
      const response = await receiver()(post({ ...ACCEPT_JSON, 'Content-Type': type }));
      assert.equal(response.status, 415, type);
      assert.match(await errorOf(response), /^Send the request as /);
    }
    const latin = await receiver()(post({ 'Content-Type': `${URLENCODED}; charset=iso-8859-1` }));
    assert.equal(latin.status, 415);
  });

  test('a form in parts is taken like any other, without the files in it', async () => {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(SHORT)) form.append(name, value);
    form.append('name', 'Zoë O’Hara');
    form.append('notes', new File([new Uint8Array([0xff])], 'x.bin'));
    const request = new Request(`${SITE}/requests`, { method: 'POST', body: form });
    const store = openSqlite(':memory:');
    let kept: NewRequest | undefined;
    const accept: Intake['accept'] = (given) => store.accept((kept = given));
    const response = await receiver({ store: { ...BROKEN, accept } })(request);
    assert.equal(response.status, 303);
    const { documents, text } = kept?.request ?? assert.fail('nothing kept');
    assert.deepEqual(documents, [{ title: 'The plan' }]);
    assert.deepEqual([text.name, text.notes], ['Zoë O’Hara', '']);
  });

  test('a form in parts that breaks off is refused', async () => {
    const broken = 'multipart/form-data; boundary=x';
    for (const body of ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', SHORT]) {
      const response = await receiver()(post({ ...ACCEPT_JSON, 'Content-Type': broken }, body));
      assert.equal(response.status, 400);
      assert.match(await errorOf(response), /did not arrive whole/);
    }
  });

  test('the content type may be written in any case and name UTF-8', async () => {
    for (const type of [
      `${URLENCODED};charset=UTF-8`,
      `${URLENCODED.toUpperCase()}; Charset="utf-8"`,
    ]) {
      assert.equal((await receiver()(post({ 'Content-Type': type }))).status, 303, type);
    }
  });
});

describe('Paths and methods', () => {
  test('a method that the path for requests has not is refused, with those that are right', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const response = await receiver()(new Request(`${SITE}/requests`, { method }));
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.get('Allow'), 'GET, HEAD, OPTIONS, POST');
    }
  });

  test('posting to a receipt is refused', async () => {
    const url = `${SITE}/requests/receipt/${'x'.repeat(32)}`;
    const response = await receiver()(new Request(url, { method: 'POST', headers: ACCEPT_JSON }));
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Allow'), 'GET, HEAD, OPTIONS');
    assert.match(await errorOf(response), /^Go back to the page with the form/);
  });

  test('any other path is not found, in JSON or as a page', async () => {
    const plain = await receiver()(new Request(`${SITE}/elsewhere`));
    assert.equal(plain.status, 404);
    assert.match(await plain.text(), /<h1>Page not found<\/h1>/);
    const json = await receiver()(new Request(`${SITE}/requests2`, { headers: ACCEPT_JSON }));
    assert.equal(json.status, 404);
    assert.match(await errorOf(json), /Check the address/);
  });

  test('a load balancer can ask whether requests can be kept here', async () => {
    const ask = (what: string) => new Request(`${SITE}/requests/${what}`, { headers: ACCEPT_JSON });
    assert.equal((await receiver()(ask('ready'))).status, 204);
    assert.equal((await receiver({ store: BROKEN })(ask('ready'))).status, 503);
    assert.equal((await receiver({ store: BROKEN })(ask('health'))).status, 204);
  });

  test('a slash after the path makes no difference', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': URLENCODED }, body: SHORT };
    assert.equal((await receiver()(new Request(`${SITE}/requests/`, init))).status, 303);
  });

  test('a receipt’s headers can be had without its text', async () => {
    const handle = receiver();
    const location = (await handle(post())).headers.get('Location') ?? '';
    const response = await handle(new Request(SITE + location, { method: 'HEAD' }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.equal(await response.text(), '');
  });
});

describe('Settings that cannot work', () => {
  const cases: [string, Partial<ReceiverOptions>, RegExp][] = [
    ['no days', { replyDays: 0 }, /1 to 100 working days/],
    ['half a day', { replyDays: 2.5 }, /1 to 100 working days/],
    ['a path without a slash', { path: 'requests' }, /^path must/],
    ['a path that is another host', { path: '//evil.example' }, /^path must/],
    ['an origin with a path', { allowedOrigins: ['https://a.example/'] }, /^allowedOrigins must/],
    ['any origin', { allowedOrigins: ['*'] }, /^allowedOrigins must/],
    ['a home that is a script', { homeUrl: 'javascript:alert(1)' }, /^homeUrl must/],
    ['no format', { formats: [] }, /^formats must/],
    ['no way to be reached', { contactWays: [] }, /^contactWays must/],
    ['no name', { organisation: { name: ' ' } }, /^organisation.name is needed/],
  ];
  for (const [what, options, message] of cases) {
    test(`${what}: said at the start, not at the first request`, () => {
      assert.throws(() => receiver(options), { message });
    });
  }
});
