import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCEPT_JSON, BROKEN, SHORT, SITE, errorOf, post, receiver } from './receiver-helpers.ts';

describe('Other websites', () => {
  const allowedOrigins = ['https://council.example'];

  test('a website that is not on the list is refused in a sentence', async () => {
    for (const Origin of ['https://evil.example', 'https://council.example.evil.example', 'x']) {
      const response = await receiver({ allowedOrigins })(post({ Origin, ...ACCEPT_JSON }));
      assert.equal(response.status, 403, Origin);
      assert.equal(await errorOf(response), 'This website cannot send requests here.');
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
    }
  });

  test('the same site, no origin and a hidden origin are taken', async () => {
    for (const headers of [
      {},
      { Origin: 'null' },
      { Origin: SITE },
      { Origin: 'http://forms.example' },
      { Origin: 'https://public.example', 'Sec-Fetch-Site': 'same-origin' },
    ]) {
      const response = await receiver()(post(headers));
      assert.equal(response.status, 303, JSON.stringify(headers));
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
      assert.match(response.headers.get('Vary') ?? '', /Origin/);
    }
  });

  test('a listed website can send and read the answer, good or bad', async () => {
    const Origin = 'https://council.example';
    for (const [options, body, status] of [
      [{}, SHORT, 201],
      [{}, 'x=y', 422],
      [{ store: BROKEN }, SHORT, 503],
    ] as const) {
      const handle = receiver({ allowedOrigins, ...options });
      const response = await handle(post({ Origin, ...ACCEPT_JSON }, body));
      assert.equal(response.status, status);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), Origin);
      assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
      assert.match(response.headers.get('Vary') ?? '', /Origin/);
    }
  });

  test('a listed website’s browser is told beforehand what it may send', async () => {
    const ask = (Origin: string) =>
      receiver({ allowedOrigins })(
        new Request(`${SITE}/requests`, { method: 'OPTIONS', headers: { Origin } }),
      );
    const listed = await ask('https://council.example');
    assert.equal(listed.status, 204);
    assert.equal(listed.headers.get('Access-Control-Allow-Origin'), 'https://council.example');
    assert.equal(listed.headers.get('Access-Control-Allow-Methods'), 'POST');
    assert.equal(
      listed.headers.get('Access-Control-Allow-Headers'),
      'Content-Type, Idempotency-Key',
    );
    assert.match(listed.headers.get('Vary') ?? '', /Origin/);
    const unlisted = await ask('https://evil.example');
    assert.equal(unlisted.status, 403);
    const own = await ask(SITE);
    assert.equal(own.status, 204);
    for (const response of [unlisted, own]) {
      assert.equal(response.headers.get('Access-Control-Allow-Methods'), null);
    }
  });
});

describe('Every answer', () => {
  test('is not stored, indexed, sniffed or named to other sites', async () => {
    const handle = receiver();
    const location = (await handle(post())).headers.get('Location') ?? '';
    const answers = await Promise.all([
      handle(post()),
      handle(post(ACCEPT_JSON)),
      handle(post({}, '')),
      handle(post({ 'Content-Type': 'text/plain' })),
      handle(post({ Origin: 'https://evil.example' })),
      handle(new Request(SITE + location)),
      handle(new Request(`${SITE}/requests`, { method: 'OPTIONS' })),
      handle(new Request(`${SITE}/nowhere`)),
      receiver({ store: BROKEN })(post()),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 201, 422, 415, 403, 200, 204, 404, 503],
    );
    for (const { headers } of answers) {
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('X-Robots-Tag'), 'noindex');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Set-Cookie'), null);
      if (headers.get('Content-Type')?.includes('html')) {
        assert.match(headers.get('Content-Security-Policy') ?? '', /^default-src 'none'; /);
      }
    }
  });

  test('comes without a request to any address that was sent', async (t) => {
    const fetched = t.mock.method(globalThis, 'fetch', () => assert.fail('fetched'));
    await receiver()(
      post({}, `${SHORT}&document=https://inside.example/&_page=https://inside.example/`),
    );
    assert.equal(fetched.mock.callCount(), 0);
  });
});
