import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DrivenSites, back } from './quick-exit-chromium.ts';

const DEFAULT = 'https://www.bbc.co.uk/weather';
const REFUSED = `Handrail: link the exit to another site. Using ${DEFAULT}`;

/** Addresses that no exit may use, and how they are written. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'a javascript: address': 'href="javascript:document.title=1"',
  'a data: address': 'href="data:text/html,hello"',
  'an address on the same site': 'href="/p1"',
  'no address': '',
};

const exits = Object.values(ADDRESSES).map((href, index) => [
  `/p${String(index + 1)}`,
  { exit: `<a class="leave" data-handrail-exit ${href}></a>` },
]);

const COVERED = 'document.body === null && !document.documentElement.textContent.includes("abuse")';

describe('Where an exit leads', () => {
  let driven: DrivenSites;
  before(async () => {
    driven = await DrivenSites.start({
      ...(Object.fromEntries(exits) as Record<string, { exit: string }>),
      '/p5': {
        exit: '<handrail-quick-exit><a href="javascript:document.title=1">Leave this page now</a></handrail-quick-exit>',
      },
      '/p6': {
        exit: '<a class="leave" data-handrail-exit href="{destination}/nothing" data-fallback-url="{destination}/nothing/second"></a>',
      },
      '/p9': {
        exit: '<a class="leave" data-handrail-exit href="{destination}/" data-guard-minutes="3"></a>',
      },
    });
  });
  after(() => driven.stop());

  for (const [index, name] of Object.keys(ADDRESSES).entries()) {
    it(`is the default one, with one sentence on the console, for a plain link with ${name}`, async () => {
      const { page, said } = await driven.visit(`/p${String(index + 1)}`);
      await page.locator('.leave').click();
      await page.waitForURL(DEFAULT);
      assert.deepEqual(said, [REFUSED]);
    });
  }

  it('is the default one, with one sentence on the console, for the element too', async () => {
    const { page, said } = await driven.visit('/p5');
    await page.locator('.handrail-exit-link').click();
    await page.waitForURL(DEFAULT);
    assert.deepEqual(said, [REFUSED]);
  });

  it('is the link’s own where no element is on the page, in the place of the page', async () => {
    const { page, said } = await driven.visit('/p9');
    await page.locator('.leave').click();
    await page.waitForURL(`${driven.sites.destination}/`);
    assert.deepEqual(said, []);
    assert.equal(driven.sites.arrivals.at(-1)?.referrer, undefined);
    await back(page);
    assert.equal(page.url(), `${driven.sites.search}/`);
  });

  it('is a blank page in the end where nothing answers, and the cover stays until then', async () => {
    const { page } = await driven.visit('/p6', (context) => context.clock.install());
    driven.sites.arrivals.length = 0;
    await page.locator('.leave').click();
    const expected: string[] = [];
    for (const asked of ['/nothing', '/nothing/second']) {
      expected.push(asked);
      await driven.sites.untilArrived(expected.length);
      assert.deepEqual(
        driven.sites.arrivals.map(({ path }) => path),
        expected,
      );
      // The address bar tells no more than the host.
      assert.equal(page.url(), `${driven.sites.site}/`);
      assert.equal(await page.evaluate(COVERED), true);
      await page.clock.fastForward(6000);
    }
    await page.waitForURL('about:blank');
  });
});
