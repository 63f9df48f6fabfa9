import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { DrivenSites, back } from './quick-exit-chromium.ts';

const EXIT =
  '<handrail-quick-exit visit="single-entry"><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

const LINKS = `
  <a id="modified" href="/p2">a</a><br>
  <a id="blank" href="/p2" target="_blank">b</a><br>
  <a id="download" href="/p2" download>c</a><br>
  <a id="hash" href="#here">d</a><br>
  <a id="other" href="{destination}/other">e</a><br>
  <a id="prevented" href="/p2">f</a>`;

const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);

describe('A visit that is a single entry of the history', () => {
  let driven: DrivenSites;
  before(async () => {
    driven = await DrivenSites.start({
      '/p1': { exit: EXIT },
      '/p2': { exit: EXIT },
      '/p7': {
        exit: EXIT + LINKS,
        script: `document.querySelector('#prevented').addEventListener('click', (event) => event.preventDefault());`,
      },
    });
  });
  after(() => driven.stop());

  it('stays one entry however many links are followed, and Back leaves the site', async () => {
    const { page } = await driven.visit('/p1');
    const before = await entries(page);
    for (const next of ['/p2', '/p3']) {
      await page.locator('.next').click();
      await page.waitForURL(driven.sites.site + next);
    }
    assert.equal(await entries(page), before);
    await back(page);
    assert.equal(page.url(), `${driven.sites.search}/`);
  });

  it('leaves a click that asks for a new tab alone', async () => {
    const { context, page } = await driven.visit('/p7');
    for (const [link, modifiers] of [
      ['#modified', ['Control']],
      ['#blank', []],
    ] as const) {
      const opened = context.waitForEvent('page');
      await page.locator(link).click({ modifiers: [...modifiers] });
      await (await opened).waitForURL(`${driven.sites.site}/p2`);
    }
    assert.equal(page.url(), `${driven.sites.site}/p7`);
  });

  it('leaves a download alone', async () => {
    const { page } = await driven.visit('/p7');
    const download = page.waitForEvent('download');
    await page.locator('#download').click();
    assert.equal((await download).url(), `${driven.sites.site}/p2`);
    assert.equal(page.url(), `${driven.sites.site}/p7`);
  });

  it('leaves a link to a place on the page, and one to another site, an entry of their own', async () => {
    const { page } = await driven.visit('/p7');
    const before = await entries(page);
    await page.locator('#hash').click();
    await page.waitForURL(`${driven.sites.site}/p7#here`);
    assert.equal(await entries(page), before + 1);
    await page.locator('#other').click();
    await page.waitForURL(`${driven.sites.destination}/other`);
    await back(page);
    assert.equal(page.url(), `${driven.sites.site}/p7#here`);
  });

  it('leaves a click alone that the page’s own script has dealt with', async () => {
    const { page } = await driven.visit('/p7');
    const asked = driven.sites.visits.length;
    await page.locator('#prevented').click();
    // A page that is being replaced would answer no more.
    await page.locator('#hash').click();
    await page.waitForURL(`${driven.sites.site}/p7#here`);
    assert.equal(driven.sites.visits.length, asked);
  });
});
