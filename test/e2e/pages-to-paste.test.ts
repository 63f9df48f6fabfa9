import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { objections } from './checkers.ts';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';

const EXIT = 'https://www.bbc.co.uk/weather';

/** Each page that a council pastes, and where the demonstration has it. */
const PAGES = [
  ['safety-page.html', '/safety'],
  ['interruption-page.html', '/before-you-go-on'],
] as const;

function pasted(name: string): Promise<string> {
  return readFile(new URL(`../../docs/quick-exit/${name}`, import.meta.url), 'utf8');
}

/** What an editor does that knows no custom elements: it takes the tags out and leaves what is inside. */
function withoutTags(html: string): string {
  return html.replace(/<\/?handrail-[^>]*>/g, '');
}

/** Serves the words as a council's system does: in the middle of a page of its own. */
function council(words: string): (context: BrowserContext) => Promise<void> {
  const page = `<!doctype html><html lang="en-GB"><head><title>Council</title>
<script src="/dist/handrail-guard.min.js"></script>
<link rel="stylesheet" href="/dist/themes/fallback.css">
<script defer src="/dist/handrail.min.js"></script></head>
<body><header><a href="/">Council</a></header><main>${words}</main></body></html>`;
  return async (context) => {
    await context.route('**/pasted', (route) =>
      route.fulfill({ contentType: 'text/html', body: page }),
    );
  };
}

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

function exit(page: Page) {
  return page.getByRole('link', { name: 'Leave this page now' });
}

for (const [name, path] of PAGES) {
  describe(`${name}, pasted as it stands`, () => {
    it('leaves by its button, and by the Shift key as it says', async () => {
      const { page, faults } = await demo.open('/pasted', {}, council(await pasted(name)));
      await page.locator('.handrail-exit-link').waitFor();
      assert.deepEqual(faults, []);
      await exit(page).click();
      await page.waitForURL(EXIT);
      const again = await demo.open('/pasted', {}, council(await pasted(name)));
      await again.page.locator('.handrail-exit-link').waitFor();
      for (let press = 0; press < 3; press += 1) await again.page.keyboard.press('Shift');
      await again.page.waitForURL(EXIT);
    });

    it('covers the page and leaves by its button where an editor took the tag out', async () => {
      const words = withoutTags(await pasted(name));
      const { page, faults } = await demo.open('/pasted', {}, council(words));
      const title = await exit(page).evaluate((link: HTMLElement) => {
        link.click();
        return document.title;
      });
      assert.equal(title, '\u200B');
      await page.waitForURL(EXIT);
      assert.deepEqual(faults, []);
    });

    it('leaves by its button without JavaScript', async () => {
      const words = await pasted(name);
      const { page } = await demo.open('/pasted', { javaScriptEnabled: false }, council(words));
      await exit(page).click();
      await page.waitForURL(EXIT);
    });

    it('holds nothing that an editor might not take', async () => {
      const words = (await pasted(name)).replace(/<!--.*?-->/gs, '');
      const tags = [...words.matchAll(/<([\w-]+)/g)].map(([, tag]) => tag);
      const plain = new Set(['h1', 'h2', 'p', 'ul', 'li', 'a', 'handrail-quick-exit']);
      assert.deepEqual(
        tags.filter((tag = '') => !plain.has(tag)),
        [],
      );
      assert.doesNotMatch(words, / (?:style|class|id|on\w+)=/);
    });
  });

  describe(`The demonstration’s ${path}`, () => {
    it('has every word of the file, and its exit where the other pages have theirs', async () => {
      const { page, faults } = await demo.open(path);
      const shown = await page.locator('.article').innerText();
      const words = (await pasted(name))
        .replace(/<!--.*?-->|<handrail-quick-exit>.*<\/handrail-quick-exit>|<[^>]*>/gs, ' ')
        .split(/\s+/)
        .join(' ');
      const squeeze = (text: string): string => text.replace(/\s+/g, '');
      assert.equal(squeeze(shown), squeeze(words));
      assert.equal(await page.locator('body > handrail-quick-exit').count(), 1);
      assert.deepEqual(faults, []);
    });

    for (const width of [320, 1280]) {
      it(`has nothing that a checker objects to, nor that is wider than ${String(width)} px`, async () => {
        const { page } = await demo.open(path, { viewport: { width, height: 640 } });
        await page.locator('.handrail-exit-link').waitFor();
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0);
        assert.deepEqual(await objections(page, 'html'), []);
      });
    }
  });
}

describe('The page to show before the others', () => {
  it('leads on to them, and to advice, without JavaScript too', async () => {
    const { page } = await demo.open('/before-you-go-on', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Continue' }).click();
    await page.waitForURL('**/borough');
    await page.goto(`${demo.address}/before-you-go-on`);
    await page.getByRole('link', { name: 'Read how to stay safe online' }).click();
    await page.getByRole('heading', { name: 'Staying safe online', level: 1 }).waitFor();
  });
});
