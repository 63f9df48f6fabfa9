import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { objections } from './checkers.ts';
import type { Demonstration } from './demonstration.ts';
import { startDemonstration } from './demonstration.ts';
import { until } from './screen.ts';

let demo: Demonstration;
before(async () => {
  demo = await startDemonstration();
});
after(() => demo.stop());

async function open(options = {}): Promise<Page> {
  const { page } = await demo.open('/borough', options);
  await page.locator('handrail-format-request [data-handrail-ui] button').first().waitFor();
  return page;
}

async function fill(page: Page): Promise<void> {
  await page.locator('[data-handrail-form] [name=document]').first().check();
  const form = page.locator('[data-handrail-form]');
  await form.getByLabel('Word document').check();
  await form.getByLabel('Email address').fill('sam@example.org');
}

const send = (page: Page) => page.locator('[data-handrail-form] [type=submit]').click();

describe('The request form, when its page is left', () => {
  it('is empty when the Back button brings the page back', async () => {
    const page = await open();
    await fill(page);
    await page.goto(demo.address);
    // What comes out of the back-forward cache never loads again.
    await page.evaluate(() => history.back());
    await page.waitForURL('**/borough', { waitUntil: 'commit' });
    await page.locator('handrail-format-request [data-handrail-ui] button').first().waitFor();
    const state = await page
      .locator('handrail-format-request form')
      .evaluateAll((forms: HTMLFormElement[]) =>
        // Ours and the author's; what that says unseen is nobody's answer.
        forms.flatMap((form) =>
          [...form.elements]
            .filter((one) => !(one instanceof HTMLInputElement && one.type === 'hidden'))
            .flatMap((one) => new FormData(form).getAll(one.getAttribute('name') ?? ''))
            .filter((value) => value !== ''),
        ),
      );
    assert.deepEqual(state, []);
  });

  it('is emptied by a quick exit, before the page is gone', async () => {
    const page = await open();
    await fill(page);
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('[data-handrail-form]');
      addEventListener('pagehide', () => {
        const email = form?.elements.namedItem('email') as HTMLInputElement;
        document.cookie = `seen=${email.value || 'nothing'};path=/`;
      });
    });
    await page.locator('handrail-quick-exit a').first().click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
    // A page of another site may be there before the page that was left has run its last script.
    const seen = await until('a word from the page that was left', async () => {
      const cookies = await page.context().cookies(demo.address);
      return cookies.find(({ name }) => name === 'seen');
    });
    assert.equal(seen.value, 'nothing');
  });
});

describe('The request form, under a mouse', () => {
  it('sends when its button is pressed, also where a hint comes up and moves it meanwhile', async () => {
    // Where the page cannot be scrolled, nothing keeps what is in view where it is.
    const page = await open({ viewport: { width: 1280, height: 10_000 } });
    await fill(page);
    await page.locator('[data-handrail-form]').getByLabel('Email address').fill('');
    await page
      .locator('[data-handrail-form]')
      .getByLabel('Email address')
      .pressSequentially('sam@gmial.com');
    const button = page.locator('[data-handrail-form] [type=submit]');
    const box = await button.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    // As long as a person holds a button down, and longer than a page takes to draw.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.mouse.up();
    await page.getByRole('heading', { name: 'Request received' }).waitFor();
  });
});

describe('The request form, in every state', () => {
  for (const [name, options] of [
    ['in light colours', { colorScheme: 'light' }],
    ['in dark colours', { colorScheme: 'dark' }],
    ['in forced colours', { forcedColors: 'active' }],
    ['at 320 pixels', { viewport: { width: 320, height: 640 } }],
  ] as const) {
    it(`has nothing that a checker objects to and fits its page ${name}`, async () => {
      const page = await open(options);
      await page.clock.install();
      const wrong: string[] = [];
      const check = async (state: string): Promise<void> => {
        // What is folded is looked at as people see it: unfolded.
        for (const fold of await page.locator('[data-handrail-form] details').all())
          await fold.evaluate((details: HTMLDetailsElement) => (details.open = true));
        const found = await objections(page, 'handrail-format-request');
        wrong.push(...found.map((objection) => `${state}: ${objection}`));
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wrong.push(`${state}: ${String(over)} px too wide`);
      };
      await check('empty');
      await send(page);
      await page.locator('.handrail-summary').waitFor();
      await check('errors');
      await fill(page);
      let finish: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        finish = resolve;
      });
      await page.route('**/requests', async (route) => {
        await held;
        await route.abort();
      });
      await send(page);
      await page.getByText('Sending your request').waitFor();
      await check('sending');
      finish();
      await page.getByText('trying again').waitFor();
      await check('retrying');
      const unconfirmed = page.getByText('could not confirm');
      while (!(await unconfirmed.isVisible())) await page.clock.fastForward(10_000);
      await check('unconfirmed');
      await page.unroute('**/requests');
      await send(page);
      await page.getByRole('heading', { name: 'Request received' }).waitFor();
      await check('received');
      assert.deepEqual(wrong, []);
    });
  }

  it('prints the receipt without its buttons', async () => {
    const page = await open();
    await fill(page);
    await send(page);
    const receipt = page.locator('.handrail-receipt');
    await receipt.waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await receipt.isVisible());
    assert.equal(await receipt.getByRole('button').count(), 0);
  });
});

describe('The request form in Welsh', () => {
  it('writes its dates in Welsh in a browser that has no Welsh', async () => {
    const { page } = await demo.open('/borough/cy');
    await page.locator('handrail-format-request .handrail-button').first().waitFor();
    const text = await page.locator('handrail-format-request').innerText();
    assert.match(
      text,
      /Dydd (Llun|Mawrth|Mercher|Iau|Gwener) \d+ (Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr) \d{4}/,
    );
  });
});
