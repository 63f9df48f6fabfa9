import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exitResponse } from '../../src/receiver/http/exit.ts';
import { receiver, SITE } from './receiver-helpers.ts';

describe('The exit address of the site’s own', () => {
  it('sends people on, says nothing of where they came from and empties the cache', () => {
    const { status, headers } = exitResponse('https://www.bbc.co.uk/weather');
    assert.equal(status, 303);
    assert.deepEqual(Object.fromEntries(headers), {
      'cache-control': 'no-store',
      'clear-site-data': '"cache"',
      location: 'https://www.bbc.co.uk/weather',
      'referrer-policy': 'no-referrer',
    });
  });

  for (const address of ['http://www.bbc.co.uk/', '/news', 'javascript:alert(1)', '']) {
    it(`refuses to lead to "${address}", and says why`, () => {
      assert.throws(() => exitResponse(address), /must lead to an absolute https/);
    });
  }

  it('is there once the receiver is told where to lead, and not before', async () => {
    const request = (): Request => new Request(`${SITE}/requests/leave`);
    const { status, headers } = await receiver({ exitUrl: 'https://www.bbc.co.uk/weather' })(
      request(),
    );
    assert.equal(status, 303);
    assert.equal(headers.get('location'), 'https://www.bbc.co.uk/weather');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal((await receiver()(request())).status, 404);
  });

  it('is refused at the start where it leads nowhere', () => {
    assert.throws(() => receiver({ exitUrl: '/news' }), /must lead to an absolute https/);
  });
});
