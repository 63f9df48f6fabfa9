import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { DrivenSites } from './quick-exit-chromium.ts';

const EXIT =
  '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

const SERVICE = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  name: 'Alpha advice',
  telephone: '020 7946 0101',
});

const CARD = `<handrail-service-card><h3>By the page</h3>
<p>Call <a href="tel:02079460404">020 7946 0404</a></p>
<script type="application/ld+json">${SERVICE}</script></handrail-service-card>`;

const FORM = `<handrail-format-request><p>We are glad to help.</p><form method="post" action="/requests">
<label>Your address for mail <input name="email"></label><button>Post it</button></form></handrail-format-request>`;

/** Every role and name that an assistive technology meets, in order. */
async function heard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => `${String(role?.value)}: ${String(name?.value)}`);
}

describe('What an author wrote, once an element shows its own', () => {
  let driven: DrivenSites;
  before(async () => {
    driven = await DrivenSites.start({
      '/rewriting': {
        exit: EXIT,
        script: `addEventListener('pointerdown', () => {
          const exit = document.querySelector('handrail-quick-exit');
          exit.replaceChildren(exit.querySelector('a').cloneNode(true));
          console.warn('written again');
        }, true);`,
      },
      '/all': { exit: EXIT, body: CARD + FORM },
    });
  });
  after(() => driven.stop());

  it('may be written again while somebody presses the exit: the press leaves', async () => {
    const { page, said } = await driven.visit('/rewriting');
    await page.locator('.handrail-exit-note').waitFor();
    await page.locator('handrail-quick-exit a').first().hover();
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL(`${driven.sites.destination}/`);
    // The first is what an author is told on their own machine.
    assert.deepEqual(said.slice(1), ['written again']);
  });

  it('is not among what is heard, and ours is; the exit is heard by its own words', async () => {
    const { page } = await driven.visit('/all');
    await page.locator('handrail-service-card article').waitFor();
    await page.locator('[data-handrail-form] [type=submit]').waitFor();
    const tree = await heard(page);
    assert.ok(tree.includes('link: Emergency: Leave this page now'), tree.join('\n'));
    for (const ours of ['heading: Alpha advice', 'link: 020 7946 0101', 'button: Send request'])
      assert.ok(tree.includes(ours), `${ours}\n${tree.join('\n')}`);
    assert.ok(tree.some((line) => line.endsWith('We are glad to help.')));
    const theirs = tree.filter((line) =>
      /By the page|0404|Your address for mail|Post it/.test(line),
    );
    assert.deepEqual(theirs, []);
  });

  it('is not on paper beside ours', async () => {
    const { page } = await driven.visit('/all');
    await page.locator('handrail-service-card article').waitFor();
    await page.locator('[data-handrail-form] [type=submit]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    assert.match(text, /Alpha advice/);
    assert.doesNotMatch(text, /By the page|0404|Your address for mail|Post it/);
  });

  it('is not found by a search in the page', async () => {
    const { page } = await driven.visit('/all');
    await page.locator('handrail-service-card article').waitFor();
    const found = await page.evaluate(() =>
      ['Alpha advice', 'By the page'].map((words) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find(text: string): boolean }).find(words);
      }),
    );
    assert.deepEqual(found, [true, false]);
  });
});
