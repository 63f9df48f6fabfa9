import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DrivenSites } from './quick-exit-chromium.ts';
import { until } from './screen.ts';

const EXIT =
  '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

/** The elements that are there to be seen. After an exit it is an empty page with a sentence to be heard. */
const SEEN =
  '[...document.querySelectorAll("html, html *")].filter((element) => element.checkVisibility()).map(({ tagName }) => tagName)';

describe('A quick exit on its page', () => {
  let driven: DrivenSites;
  before(async () => {
    driven = await DrivenSites.start({
      '/p1': { exit: EXIT.replace('>', ' shortcut="escape">') },
      '/p2': {
        exit: EXIT.replace('/">', '/nothing">'),
        body: '<div class="widget"></div><dialog class="widget"></dialog>',
        script: `document.querySelector('div.widget').onclick = async ({ target }) => {
          await target.requestFullscreen();
          document.querySelector('dialog').showModal();
        };`,
      },
      '/p3': { exit: EXIT + EXIT },
    });
  });
  after(() => driven.stop());

  it('does not count an Escape key that is held as presses', async () => {
    const { page } = await driven.visit('/p1');
    const lights = page.locator('[data-handrail-lights]');
    // A second "down" without an "up" is what the keyboard sends while a key is held.
    for (let press = 0; press < 5; press += 1) await page.keyboard.down('Escape');
    assert.equal(await lights.getAttribute('data-handrail-lights'), '');
    await page.keyboard.up('Escape');
    assert.equal(await lights.getAttribute('data-handrail-lights'), '●○○');
    await page.keyboard.press('Escape');
    assert.equal(await lights.getAttribute('data-handrail-lights'), '●●○');
    await page.keyboard.press('Escape');
    await page.waitForURL(`${driven.sites.destination}/`);
  });

  it('covers a page with a full screen and an open modal dialog', async () => {
    const { page } = await driven.visit('/p2');
    await page.locator('div.widget').click();
    await page.locator('dialog[open]').waitFor();
    assert.ok(await page.evaluate(() => document.fullscreenElement?.matches('.widget')));
    assert.ok((await page.evaluate<string[]>(SEEN)).includes('DIALOG'));
    const arrived = driven.sites.arrivals.length;
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await driven.sites.untilArrived(arrived + 1);
    assert.deepEqual(
      await page.evaluate(() => [
        document.fullscreenElement,
        document.elementFromPoint(5, 5)?.tagName,
      ]),
      [null, 'HTML'],
    );
    assert.deepEqual(await page.evaluate(SEEN), ['HTML', 'P']);
  });

  it('tells its author once each what will not work: no guard in the head, no https', async () => {
    const { page, said } = await driven.visit('/p3', (context) =>
      context.route('**/p3', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          /<script src="\/handrail-guard.*?<\/script>/,
          '',
        );
        await route.fulfill({ response, body });
      }),
    );
    await page.locator('.handrail-exit-link').first().waitFor();
    await until('both to be told', () => said.length >= 2);
    // Each change makes the element look again.
    await page.evaluate(async () => {
      for (const element of document.querySelectorAll('handrail-quick-exit')) {
        element.texts = { 'Opens {1}.': 'Opens another page.' };
        await element.updateComplete;
      }
    });
    assert.equal(said.length, 2, said.join('\n'));
    assert.match(said[0] ?? '', /handrail-guard\.min\.js is not the first script in the head/);
    assert.match(said[1] ?? '', /leads to an http:\/\/ address/);
  });
});
