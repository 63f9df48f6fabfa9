import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';

const PAGES = ['/borough', '/nhs'];
/** Monday 23 November 2026, 10am in London. */
const NOW = new Date('2026-11-23T10:00:00Z');

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

describe('Without JavaScript', () => {
  for (const path of PAGES) {
    it(`${path}: the exit is a plain link and the form gets a receipt page`, async () => {
      const { page } = await demo.open(path, { javaScriptEnabled: false });
      const exit = page.locator('handrail-quick-exit a');
      assert.match((await exit.getAttribute('href')) ?? '', /^https:\/\//);
      const stored = demo.rows().length;
      await page.locator('[name=document]').first().check();
      await page.locator('[name=format][value=large-print]').check();
      await page.locator('[name=contact-by][value=email]').check();
      await page.locator('[name=email]').fill('sam@example.org');
      await page.locator('handrail-format-request [type=submit]').click();
      await page.waitForURL('**/requests/receipt/*');
      assert.match(await page.locator('body').innerText(), /[A-Z2-9]{4}-[A-Z2-9]{4}/);
      assert.equal(demo.rows().length, stored + 1);
    });
  }
});

describe('With JavaScript', () => {
  for (const path of PAGES) {
    it(`${path}: nothing breaks the page's strict content policy`, async () => {
      const { page, faults } = await demo.open(path);
      await page.locator('handrail-service-card article').first().waitFor();
      assert.deepEqual(faults, []);
    });

    it(`${path}: a request ends as a row in the database, with a date to expect an answer by`, async () => {
      const { page, faults } = await demo.open(path);
      const stored = demo.rows().length;
      await page.locator('[name=document]').first().check();
      await page.getByLabel('Easy Read').check();
      await page.getByLabel('Email', { exact: true }).check();
      await page.getByLabel('Email address').fill('sam@example.org');
      await page.getByRole('button', { name: 'Send request' }).click();
      const heading = page.getByRole('heading', { name: 'Request received' });
      await heading.waitFor();
      assert.ok(await heading.evaluate((node) => node === document.activeElement));
      const reference = await page.locator('.handrail-reference').innerText();
      assert.match(reference, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
      assert.match(
        (await page.locator('handrail-format-request time').getAttribute('datetime')) ?? '',
        /^\d{4}-\d\d-\d\d$/,
      );
      assert.equal(demo.rows().length, stored + 1);
      assert.ok(demo.rows().some((row) => row['reference'] === reference));
      assert.deepEqual(faults, []);
    });

    it(`${path}: an empty form says what is missing, and keeps what was typed`, async () => {
      const { page } = await demo.open(path);
      await page.getByLabel('Full name').fill('Sam');
      await page.getByRole('button', { name: 'Send request' }).click();
      const summary = page.locator('.handrail-summary');
      assert.ok(await summary.evaluate((node) => node === document.activeElement));
      assert.equal(await summary.getByRole('link').count(), 3);
      assert.match(await page.title(), /^Error: /);
      assert.equal(await page.getByLabel('Full name').inputValue(), 'Sam');
    });

    it(`${path}: a click on the exit covers the page and replaces it`, async () => {
      const { page } = await demo.open(path);
      await page.locator('handrail-quick-exit a').click();
      await page.waitForURL('https://www.bbc.co.uk/weather');
      assert.equal(await page.evaluate(() => document.referrer), '');
    });

    it(`${path}: Shift three times leaves too`, async () => {
      const { page } = await demo.open(path);
      await page.locator('handrail-service-card article').first().waitFor();
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
      await page.waitForURL('https://www.bbc.co.uk/weather');
    });
  }

  it('says that a 24-hour line is open, in London and in New York', async () => {
    for (const timezoneId of ['Europe/London', 'America/New_York']) {
      const { page } = await demo.open('/', { timezoneId });
      await page.clock.setFixedTime(NOW);
      await page.goto(`${demo.address}/borough`);
      await page.getByText('Open 24 hours a day').first().waitFor();
    }
  });

  it('says that the service is down, keeps the answers and sends them once it is back', async () => {
    const { page } = await demo.open('/borough');
    await page.clock.install();
    await page.route('**/requests', (route) => route.abort());
    await page.locator('[name=document]').first().check();
    await page.getByRole('checkbox', { name: 'Braille', exact: true }).check();
    await page.getByLabel('Email', { exact: true }).check();
    await page.getByLabel('Email address').fill('sam@example.org');
    await page.getByRole('button', { name: 'Send request' }).click();
    const unconfirmed = page.getByText('could not confirm');
    while (!(await unconfirmed.isVisible())) await page.clock.fastForward(10_000);
    assert.equal(await page.getByLabel('Email address').inputValue(), 'sam@example.org');
    await page.unroute('**/requests');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Request received' }).waitFor();
  });
});

describe('In Welsh and Arabic', () => {
  for (const [path, language, direction] of [
    ['/borough/cy', 'cy', 'ltr'],
    ['/borough/ar', 'ar', 'rtl'],
  ] as const) {
    it(`${path}: the elements speak the page's language and say that it is a draft`, async () => {
      const { page, faults } = await demo.open(path);
      const button = page.locator('handrail-format-request .handrail-button');
      await button.waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.equal(await button.evaluate((node) => getComputedStyle(node).direction), direction);
      assert.notEqual((await button.innerText()).trim(), 'Send request');
      assert.deepEqual(faults, []);
    });
  }
});
