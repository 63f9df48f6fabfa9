import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { PATHS } from '../../demo/server.ts';
import { objections } from './checkers.ts';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';
import { until } from './screen.ts';

const PAGES = ['/borough', '/nhs'];
const TRANSLATED = ['/borough/cy', '/borough/ar'];
/** Monday 23 November 2026, 10am in London. */
const NOW = new Date('2026-11-23T10:00:00Z');

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

/** The form that the element shows in the place of the author's. */
const shown = (page: Page): Locator => page.locator('[data-handrail-form]');

/** Fills in the form as it stands in the page's markup, and sends it to a receipt page. */
async function sendAuthorsForm(page: Page, email: string): Promise<void> {
  await page.locator('[name=document]').first().check();
  await page.locator('[name=format][value=large-print]').check();
  await page.locator('[name=contact-by][value=email]').check();
  await page.locator('[name=email]').fill(email);
  await page.locator('handrail-format-request [type=submit]').click();
  await page.waitForURL('**/requests/receipt/*');
}

describe('Without JavaScript', () => {
  for (const path of PAGES) {
    it(`${path}: the exit is a plain link and the form gets a receipt page`, async () => {
      const { page } = await demo.open(path, { javaScriptEnabled: false });
      const exit = page.locator('handrail-quick-exit a').first();
      assert.match((await exit.getAttribute('href')) ?? '', /^https:\/\//);
      const stored = demo.rows().length;
      await sendAuthorsForm(page, 'sam@example.org');
      assert.match(await page.locator('body').innerText(), /[A-Z2-9]{4}-[A-Z2-9]{4}/);
      assert.equal(demo.rows().length, stored + 1);
    });
  }

  it('/borough/cy: what is missing is said in Welsh, and so is what is received', async () => {
    const { page } = await demo.open('/borough/cy', { javaScriptEnabled: false });
    await page.locator('[name=name]').fill('Sam');
    await page.locator('handrail-format-request [type=submit]').click();
    await page.getByRole('heading', { name: 'Mae problem wedi codi' }).waitFor();
    await page.getByLabel('Teitl neu gyfeiriad gwe’r ddogfen').fill('Cynllun lleol');
    await page.getByLabel('Print bras', { exact: true }).check();
    await page.getByLabel('E-bost', { exact: true }).check();
    await page.getByLabel('Cyfeiriad e-bost').fill('sam@example.org');
    assert.equal(await page.getByLabel('Enw llawn').inputValue(), 'Sam');
    await page.getByRole('button', { name: 'Anfon y cais' }).click();
    await page.getByRole('heading', { name: 'Rydym wedi cael eich cais' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
    assert.match(await page.locator('main').innerText(), /Byddwn yn ateb erbyn Dydd .* 20\d\d\./);
  });
});

describe("The receiver's own pages", () => {
  for (const path of [...PAGES, ...TRANSLATED]) {
    it(`${path}: no checker objects to the errors or the receipt`, async () => {
      // Scripts run, so that the checkers can, but Handrail's do not arrive.
      const { page } = await demo.open(path, {}, async (context) => {
        await context.route('**/dist/**/*.js', (route) => route.abort());
      });
      await page.locator('handrail-format-request [type=submit]').click();
      await page.locator('.handrail-summary').waitFor();
      // What is folded is looked at as people see it: unfolded.
      for (const fold of await page.locator('details').all())
        await fold.evaluate((details: HTMLDetailsElement) => (details.open = true));
      assert.deepEqual(await objections(page, 'html'), []);
      await page.locator('[name=document-other]').fill('Local plan');
      await page.locator('[name=format]').first().check();
      await page.locator('[name=contact-by]').first().check();
      await page.locator('[name=email]').fill('sam@example.org');
      await page.locator('[type=submit]').click();
      await page.waitForURL('**/requests/receipt/*');
      assert.deepEqual(await objections(page, 'html'), []);
    });
  }
});

describe("The exit of the receiver's own pages", () => {
  /** Opens the page that says what is missing, with or without scripts. */
  async function formPage(path: string, javaScriptEnabled: boolean): Promise<Page> {
    const { page } = await demo.open(path, { javaScriptEnabled }, async (context) => {
      // Handrail's form would say it in the page.
      await context.route('**/handrail.min.js', (route) => route.abort());
    });
    await page.locator('handrail-format-request [type=submit]').click();
    await page.locator('.handrail-summary').waitFor();
    return page;
  }
  const exit = (page: Page) => page.locator('.handrail-page-exit a');

  /** Keeps the receiver's answer from leading out of the machine: a page takes the destination's place. */
  async function leaveLocally(page: Page): Promise<string[]> {
    const led: string[] = [];
    await page.route('**/leave', async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      led.push(`${String(answer.status())} ${answer.headers()['location'] ?? ''}`);
      await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' });
    });
    return led;
  }

  for (const path of PAGES) {
    it(`${path}: leaves without JavaScript`, async () => {
      const page = await formPage(path, false);
      const led = await leaveLocally(page);
      await exit(page).click();
      await page.getByRole('heading', { name: 'Weather' }).waitFor();
      assert.deepEqual(led, ['303 https://www.bbc.co.uk/weather']);
    });

    it(`${path}: with the guard it covers the page, and Back does not show it`, async () => {
      const page = await formPage(path, true);
      const led = await leaveLocally(page);
      const broken: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) broken.push(message.text());
      });
      // What there is to be seen for as long as the server and the destination take.
      const seen = await exit(page).evaluate((link: HTMLElement) => {
        link.click();
        return [document.title, document.body];
      });
      assert.deepEqual(seen, ['\u200B', null]);
      await page.getByRole('heading', { name: 'Weather' }).waitFor();
      assert.deepEqual(led, ['303 https://www.bbc.co.uk/weather']);
      assert.deepEqual(broken, []);
      await page.goBack({ waitUntil: 'commit' });
      await page.waitForURL('https://www.bbc.co.uk/weather');
    });

    it(`${path}: stays in view at the top, 48 px high, white on red whatever the site says of links`, async () => {
      const page = await formPage(path, true);
      await page.setViewportSize({ width: 320, height: 480 });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const look = await exit(page).evaluate((link) => {
        const { top, left, right, height } = link.getBoundingClientRect();
        const { color, backgroundColor } = getComputedStyle(link);
        const over = document.elementFromPoint(left + 20, top + height / 2) === link;
        return {
          color,
          backgroundColor,
          over,
          fits: top >= 0 && left >= 0 && right <= innerWidth,
          height,
        };
      });
      assert.deepEqual(look, {
        color: 'rgb(255, 255, 255)',
        backgroundColor: 'rgb(179, 0, 27)',
        over: true,
        fits: true,
        height: 48,
      });
    });
  }
});

describe('With JavaScript', () => {
  for (const path of PAGES) {
    it(`${path}: where the form's own file does not come, the author's form sends, and the console says why`, async () => {
      const stored = demo.rows().length;
      const { page, faults } = await demo.open(path, {}, async (context) => {
        await context.route('**/handrail-format-request-*.min.js', (route) => route.abort());
      });
      await until('a word about it', () => faults.some((fault) => /did not load/.test(fault)));
      await sendAuthorsForm(page, 'pat@example.org');
      assert.equal(demo.rows().length, stored + 1);
    });

    it(`${path}: nothing breaks the page's strict content policy`, async () => {
      const { page, faults } = await demo.open(path);
      await page.locator('handrail-service-card article').first().waitFor();
      assert.deepEqual(faults, []);
    });

    it(`${path}: no checker objects to any card or to the exit`, async () => {
      const { page } = await demo.open(path);
      await page.locator('handrail-service-card article').first().waitFor();
      await page.evaluate(() => {
        // Only Handrail's own work is looked at: the page around it is as its makers have it.
        const cards = [...document.querySelectorAll('handrail-service-card, handrail-quick-exit')];
        const main = document.createElement('main');
        main.id = 'ours';
        main.append(...cards);
        document.body.replaceChildren(main);
      });
      assert.deepEqual(await objections(page, '#ours'), []);
    });

    it(`${path}: a request ends as a row in the database, with a date to expect an answer by`, async () => {
      const { page, faults } = await demo.open(path);
      const stored = demo.rows().length;
      await shown(page).locator('[name=document]').first().check();
      await shown(page).getByLabel('Word document').check();
      await shown(page).getByLabel('Email address').fill('sam@example.org');
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
      await shown(page).getByText('More that would help us').click();
      await shown(page).getByLabel('Full name').fill('Sam');
      await page.getByRole('button', { name: 'Send request' }).click();
      const summary = page.locator('.handrail-summary');
      assert.ok(await summary.evaluate((node) => node === document.activeElement));
      assert.equal(await summary.getByRole('link').count(), 3);
      assert.match(await page.title(), /^Error: /);
      assert.equal(await shown(page).getByLabel('Full name').inputValue(), 'Sam');
    });

    it(`${path}: a click on the exit covers the page and replaces it`, async () => {
      const { page } = await demo.open(path);
      await page.locator('handrail-quick-exit a').first().click();
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
      // The server's clock is another day's.
      await page.getByText('this device’s clock may be wrong').first().waitFor();
      await page.route('**/*.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), date: NOW.toUTCString() },
        });
      });
      await page.reload();
      await page.getByText('Open 24 hours a day').first().waitFor();
    }
  });

  it('says that the service is down, keeps the answers and sends them once it is back', async () => {
    const { page } = await demo.open('/borough');
    await page.clock.install();
    await page.route('**/requests', (route) => route.abort());
    await shown(page).locator('[name=document]').first().check();
    await shown(page).getByLabel('Word document').check();
    await shown(page).getByLabel('Email address').fill('sam@example.org');
    await page.getByRole('button', { name: 'Send request' }).click();
    const unconfirmed = page.getByText('could not confirm');
    while (!(await unconfirmed.isVisible())) await page.clock.fastForward(10_000);
    assert.equal(await shown(page).getByLabel('Email address').inputValue(), 'sam@example.org');
    await page.unroute('**/requests');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Request received' }).waitFor();
  });
});

describe('The demonstration', () => {
  for (const path of PATHS) {
    it(`${path}: every link within it leads somewhere`, async () => {
      const { page } = await demo.open(path);
      const links = await page
        .locator('a[href]')
        .evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
      const within = new Set(links.filter((link) => link.startsWith(demo.address)));
      const lost: string[] = [];
      for (const link of within) {
        const { hash } = new URL(link);
        const answer = await page.request.get(link);
        const target = hash === '' || (await page.locator(hash).count()) === 1;
        if (!answer.ok() || !target) lost.push(link);
      }
      assert.deepEqual(lost, []);
      assert.ok(within.size > 2);
    });
  }
});

describe('In Welsh and Arabic', () => {
  it('/borough/ar: a telephone number reads from left to right, as it is dialled', async () => {
    const { page } = await demo.open('/borough/ar');
    await page.locator('handrail-service-card article').first().waitFor();
    const turned = await page.locator('a[href^="tel:"]').evaluateAll((links) =>
      links
        .filter((link) => /\d/.test(link.textContent))
        .filter((link) => {
          const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
          const texts: Text[] = [];
          while (walker.nextNode()) texts.push(walker.currentNode as Text);
          const digits = texts.flatMap((text) =>
            [...text.data.matchAll(/\d/g)].map(({ index }) => {
              const range = document.createRange();
              range.setStart(text, index);
              range.setEnd(text, index + 1);
              return range.getBoundingClientRect();
            }),
          );
          return digits.some(({ left, top }, index) => {
            const before = digits[index - 1];
            return before !== undefined && before.top === top && before.left > left;
          });
        })
        .map((link) => link.textContent.trim()),
    );
    assert.deepEqual(turned, []);
  });

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
