import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';

const root = new URL('../../', import.meta.url);

/** The README's two pieces of HTML, pasted as they stand into a page of a web officer's. */
async function pastedPage(): Promise<string> {
  const readme = await readFile(new URL('README.md', root), 'utf8');
  const [head, body] = [...readme.matchAll(/```html\n(.*?)```/gs)].map(([, code]) => code);
  assert.ok(head !== undefined && body !== undefined);
  return `<!doctype html><html lang="en"><head><title>Advice</title>${head}</head><body><h1>Advice</h1>${body}</body></html>`;
}

const services = {
  services: [
    {
      id: 'advice-line',
      name: 'Riverside advice',
      channels: [{ kind: 'voice', value: '020 7946 0123', primary: true }],
    },
  ],
};

/** Puts dist/ where the README tells people to put it, and the page beside it. */
async function paste(context: BrowserContext): Promise<void> {
  const html = await pastedPage();
  await context.route('**/pasted', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await context.route('**/services.json', (route) => route.fulfill({ json: services }));
  await context.route('**/handrail/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({
      path: new URL(pathname.replace('/handrail/', 'dist/'), root).pathname,
    });
  });
}

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

describe('The README’s snippets, pasted as they stand', () => {
  it('make three working elements', async () => {
    const { page, faults } = await demo.open('/pasted', {}, paste);
    await page.getByRole('heading', { name: 'Riverside advice' }).waitFor();
    await page.getByRole('group', { name: 'Which formats would help you?' }).waitFor();
    assert.deepEqual(faults, []);
    await page.getByRole('link', { name: 'Leave this page now' }).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
  });

  it('send a request without JavaScript', async () => {
    const { page } = await demo.open('/pasted', { javaScriptEnabled: false }, paste);
    const stored = demo.rows().length;
    await page.getByLabel('Which document do you need?').fill('The strategy');
    await page.getByLabel('Which format would help you?').fill('Audio on a CD');
    await page.getByLabel('Your email').fill('sam@example.org');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.waitForURL('**/requests/receipt/*');
    assert.equal(demo.rows().length, stored + 1);
  });
});
