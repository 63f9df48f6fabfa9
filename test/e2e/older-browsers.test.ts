import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';
import { OlderChromium } from './older-chromium.ts';
import { until } from './screen.ts';

/** Everything that a page fetches has come, and what follows from it has been drawn. */
const SETTLED = `new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve)))`;

const TOO_OLD = /stays as its author wrote it: this browser is too old/;

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

for (const version of ['109', '119'] as const) {
  describe(`In Chromium ${version}, which is older than what gets everything`, () => {
    let browser: OlderChromium;
    afterEach(() => browser.close());

    /** Opens a page of the demonstration, and waits until both elements have been told of as too old. */
    async function open(path: string): Promise<void> {
      browser = await OlderChromium.open(version);
      await browser.visit(demo.address + path);
      await until('a word about both elements', () =>
        ['handrail-format-request', 'handrail-service-card'].every((tag) =>
          browser.said.some((text) => text.includes(`<${tag}>`)),
        ),
      );
      await browser.evaluate(SETTLED);
    }

    it('the author’s form sends, and its answer is stored', async () => {
      await open('/borough');
      const stored = demo.rows().length;
      await browser.evaluate(`{
        const form = document.querySelector('handrail-format-request form');
        form.querySelector('[name=document]').click();
        form.querySelector('[name=format][value=easy-read]').click();
        form.querySelector('[name=contact-by][value=email]').click();
        form.querySelector('[name=email]').value = 'sam-${version}@example.org';
        form.querySelector('button').click();
      }`);
      await until('the receipt', () => browser.evaluate(`location.pathname.includes('/receipt/')`));
      assert.equal(demo.rows().length, stored + 1);
    });

    it('the author’s facts about a service are shown, and nothing of ours beside them', async () => {
      await open('/borough');
      const seen = await browser.evaluate(`(() => {
        const card = document.querySelector('handrail-service-card');
        const [number] = card.querySelectorAll('a[href^=tel]');
        return [card.querySelector('h3').checkVisibility(), number.checkVisibility(),
          document.querySelectorAll(':is(handrail-service-card, handrail-format-request) [data-handrail-ui]').length];
      })()`);
      assert.deepEqual(seen, [true, true, 0]);
    });

    it('the console says why in one sentence each, and nothing throws', async () => {
      await open('/borough');
      assert.deepEqual(
        browser.said.filter((text) => !TOO_OLD.test(text)),
        [],
      );
      assert.equal(browser.said.length, 2);
    });

    it('the exit is drawn, leaves and covers the page', async () => {
      await open('/borough');
      const covered = await browser.evaluate(`(() => {
        const link = document.querySelector('handrail-quick-exit a');
        const drawn = link.classList.contains('handrail-exit-link');
        link.click();
        return [drawn, document.title, document.body];
      })()`);
      assert.deepEqual(covered, [true, '\u200B', null]);
      await until('the destination', () => browser.left.includes('https://www.bbc.co.uk/weather'));
    });
  });
}
