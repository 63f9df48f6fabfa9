import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exitResponse } from '../../src/receiver/exit.ts';

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
});
