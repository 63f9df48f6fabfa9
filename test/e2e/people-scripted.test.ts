import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DOCUMENTS, PEOPLE } from './people.ts';
import type { Step } from './people.ts';
import { assertKept, isListed, startSite, typeLines } from './people-site.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import type { RequestSite } from './request-site.ts';

let site: RequestSite;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`Ten people by keyboard alone, with JavaScript, in ${engine}`, () => {
    let browser: RealBrowser;
    let isReady = true;
    let at = '';
    let tabs = 0;
    const open = async (): Promise<void> => {
      const told = site.reports.length;
      browser = await RealBrowser.open(engine, `${site.address}/`);
      await site.report('text', told);
      at = '';
    };
    before(open);
    // All ask in one window, unless something went wrong for the one before.
    beforeEach(async () => {
      if (!isReady) await browser.close().then(open);
      isReady = false;
    });
    after(() => browser.close());

    /** Presses a key that moves the focus, and notes where to. */
    async function press(key: string): Promise<void> {
      const told = site.reports.length;
      await browser.screen.press(key);
      at = await site.report('focus', told);
    }

    /** Presses Tab until something has the focus, or one of its answers. */
    async function tabTo(wanted: string): Promise<void> {
      const passed = [at];
      while (at !== wanted && !at.startsWith(`${wanted} `)) {
        await press('Tab');
        tabs += 1;
        passed.push(at);
        assert.ok(passed.length < 80, `${wanted} is not among ${passed.join(', ')}`);
      }
    }

    async function take(step: Step): Promise<void> {
      const { screen } = browser;
      if ('tick' in step) {
        await tabTo(step.tick.replace('=', ' '));
        await screen.press('space');
      } else if ('choose' in step) {
        await tabTo(step.choose);
        if (step.down === 0) await screen.press('space');
        for (let down = 0; down < step.down; down += 1) await press('Down');
      } else if ('type' in step) {
        await tabTo(step.type);
        await typeLines(screen, step.text);
      } else {
        await tabTo(step.open);
        await screen.press('Return');
      }
    }

    for (const person of PEOPLE) {
      it(`somebody asks for ${person.asks}`, async () => {
        const stored = site.rows().length;
        await tabTo('document');
        tabs = 0;
        for (const title of person.documents.filter(isListed)) {
          await tabTo(`document ${site.address}/${String(DOCUMENTS.indexOf(title))}.pdf ${title}`);
          await browser.screen.press('space');
        }
        const other = person.documents.filter((title) => !isListed(title));
        for (const text of other) await take({ type: 'document-other', text });
        for (const step of person.steps) await take(step);
        await tabTo('handrail-button');
        if (person.tabs !== undefined)
          assert.ok(tabs <= person.tabs, `${String(tabs)} presses of Tab`);
        const told = site.reports.length;
        await press('Return');
        assert.equal(at, 'Request received');
        const receipt = await site.report('receipt', told);
        for (const words of person.receipt) assert.match(receipt, words);
        assertKept(site, person, stored, true);
        await tabTo('handrail-button handrail-quiet');
        await press('Return');
        isReady = true;
      });
    }
  });
}
