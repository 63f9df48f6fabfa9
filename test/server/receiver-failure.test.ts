import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import { ACCEPT_JSON, BROKEN, SHORT, SITE, errorOf, post, receiver } from './receiver-helpers.ts';

describe('When the store fails', () => {
  test('a script is told to try again, and never that the request was received', async () => {
    const response = await receiver({ store: BROKEN })(post(ACCEPT_JSON));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('Retry-After'), '5');
    assert.equal(
      await errorOf(response),
      'We could not save your request. Wait a few seconds, then send it again. ' +
        'You can also email help@council.example or phone 020 7946 0123.',
    );
  });

  test('a person gets the form back with their answers, and how else to get in touch', async () => {
    const response = await receiver({ store: BROKEN })(post({}, `${SHORT}&_key=key-12345`));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('Retry-After'), '5');
    const html = await response.text();
    assert.match(html, /<title>Error: /);
    assert.match(
      html,
      /<p>We could not confirm that your request arrived\. .*<\/p>\s*<p>\s*You can also .*help@council\.example/,
    );
    assert.match(html, /value="pat@example.org"/);
    assert.match(html, /name="_key" value="key-12345"/);
  });

  test('a receipt cannot be shown, and the page does not say that it is not there', async () => {
    const url = `${SITE}/requests/receipt/${'x'.repeat(32)}`;
    const response = await receiver({ store: BROKEN })(new Request(url));
    assert.equal(response.status, 503);
    assert.match(await response.text(), /We cannot show this page at the moment/);
  });

  test('a store that has been closed is a store that fails', async () => {
    const store = openSqlite(':memory:');
    store.close();
    assert.equal((await receiver({ store })(post())).status, 503);
  });

  test('the organisation is told of the error, and an error in the telling does no harm', async () => {
    const errors: unknown[] = [];
    await receiver({ store: BROKEN, onError: (error) => errors.push(error) })(post());
    assert.deepEqual(errors, [new Error('disk full at pat@example.org')]);
    const onError = (): never => {
      throw new Error('no log');
    };
    assert.equal((await receiver({ store: BROKEN, onError })(post())).status, 503);
  });

  test('the error itself is not shown', async () => {
    const response = await receiver({ store: BROKEN })(post(ACCEPT_JSON));
    assert.doesNotMatch(await response.text(), /disk|pat@/);
  });

  test('any other fault is an answer too', async () => {
    const clock = (): Date => new Date(Number.NaN);
    for (const headers of [{}, ACCEPT_JSON]) {
      const errors: unknown[] = [];
      const onError = (error: unknown): unknown => errors.push(error);
      const response = await receiver({ clock, onError })(post(headers));
      assert.equal(response.status, 500);
      assert.match(await response.text(), /Something went wrong/);
      assert.equal(errors.length, 1);
    }
  });

  test('nothing is written to the console', async (t) => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const spies = methods.map((method) => t.mock.method(console, method));
    await receiver({ store: BROKEN })(post());
    await receiver()(post());
    for (const spy of spies) assert.equal(spy.mock.callCount(), 0);
  });
});
