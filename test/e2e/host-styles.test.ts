import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { FRAMEWORKS } from '../host-styles/frameworks.ts';
import { look } from '../host-styles/look.ts';
import { readPng, seeBox } from '../host-styles/pixels.ts';
import { hostStyles } from '../host-styles/server.ts';
import { openTab } from '../host-styles/tabs.ts';
import type { Tab } from '../host-styles/tabs.ts';
import { ENGINES } from './real-browser.ts';
import { until } from './screen.ts';

let server: Server;
let site = '';
before(async () => {
  server = hostStyles();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
after(() => server.close());

const faults = async (tab: Tab, colours = true): Promise<string[]> =>
  tab.evaluate(`(${String(look)})(${String(colours)})`);

/** Looks at pictures of boxes: each can be seen, and a ticked one is unlike one that is not. */
async function lookAtBoxes(tab: Tab, where: string): Promise<void> {
  for (const type of ['checkbox', 'radio']) {
    for (const ticked of [true, false]) {
      const option = `.handrail-option:has(> [type=${type}]${ticked ? ':checked' : ':not(:checked)'})`;
      const [size, top] = await tab.evaluate<[number, number]>(`(() => {
        const option = document.querySelector(${JSON.stringify(option)});
        const { width, top } = option.querySelector('input').getBoundingClientRect();
        return [width, top - option.getBoundingClientRect().top];
      })()`);
      const { edge, mark } = seeBox(readPng(await tab.picture(option)), size, top);
      const told = `${where}, ${type}, ${ticked ? 'ticked' : 'not ticked'}`;
      assert.ok(edge >= 3, `${told}: its edge has ${edge.toFixed(2)} to 1`);
      assert.ok(ticked ? mark > 0.1 : mark < 0.02, `${told}: ${mark.toFixed(2)} of it is a mark`);
    }
  }
}

/** Has the form on the page say what is missing. */
async function sendEmpty(tab: Tab): Promise<void> {
  const send = `document.querySelector('[data-handrail-form] [type=submit]')`;
  await until('the form', () => tab.evaluate<boolean>(`!!${send}`));
  await until('the errors', () =>
    tab.evaluate<boolean>(`(${send}.click(), !!document.querySelector('.handrail-summary'))`),
  );
}

for (const engine of ENGINES) {
  describe(`In ${engine}, on a page of`, () => {
    let tab: Tab | undefined;
    before(async () => {
      tab = await openTab(engine);
    });
    after(() => tab?.close());

    for (const { name, title, dark } of FRAMEWORKS) {
      it(`${title}, all of the form can be seen, read and pressed`, async () => {
        assert.ok(tab);
        for (const width of [320, 768, 1280]) {
          await tab.open(`${site}/${name}/parts`, width);
          assert.deepEqual(await faults(tab), [], `at ${String(width)} px`);
        }
        await lookAtBoxes(tab, 'light');
        if (dark) {
          await tab.open(`${site}/${name}/parts/dark`, 1280);
          assert.deepEqual(await faults(tab), [], 'dark');
          await lookAtBoxes(tab, 'dark');
        }
        await tab.open(`${site}/${name}`, 768);
        await sendEmpty(tab);
        assert.deepEqual(await faults(tab), [], 'the form itself');
      });
    }

    /** What a page may do to what the receipt stands in. */
    const AROUND = `* { min-height: 100vh } body { columns: 2; display: grid; grid-template-rows: 900px 1fr; background: #111 }
      main { transform: rotate(3deg); position: fixed; overflow: hidden; break-before: page; padding: 600px 0 } form { float: right; width: 40px }
      body::after, html::before { content: 'x'; display: block; height: 2000px }`;

    for (const { name, title } of FRAMEWORKS) {
      it(`${title}, the receipt is printed alone, on one page`, async () => {
        if (!tab?.printed) return;
        await tab.open(`${site}/${name}/parts`, 1280);
        const [pages, all] = await tab.printed();
        assert.ok(pages > 1 && all.includes('Which documents'));
        await tab.evaluate(`document.documentElement.toggleAttribute('data-handrail-printing')`);
        const [alone, words] = await tab.printed();
        assert.equal(alone, 1);
        assert.match(words, /^Request received\s+Your reference is K7M4-PX3T[^]*EASS$/);
        await tab.evaluate(
          `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(AROUND)} }))`,
        );
        assert.deepEqual(await tab.printed(), [alone, words]);
      });
    }

    for (const [name, label, text] of [
      ['govuk', 'govuk-label', 'govuk-body'],
      ['nhs', 'nhsuk-label', 'nhsuk-body'],
    ] as const) {
      it(`${name}, the form has the fonts and measures of the page at every width`, async () => {
        assert.ok(tab);
        for (const width of [320, 768, 1280]) {
          await tab.open(`${site}/${name}/parts`, width);
          const [page, form]: string[][] = await tab.evaluate<string[][]>(`(() => {
            const own = document.createElement('label');
            own.className = ${JSON.stringify(label)};
            document.querySelector('.${text}').append(own);
            const styles = (selector) => {
              const { fontFamily, fontSize, fontWeight, lineHeight, color } = getComputedStyle(document.querySelector(selector));
              const px = (value) => Math.round(parseFloat(value));
              return [fontFamily.replaceAll(/["']/g, '').toLowerCase(), px(fontSize), fontWeight, px(lineHeight), color].map(String);
            };
            return [styles('.${label}'), styles('[for=p-name]')];
          })()`);
          assert.deepEqual(form, page, `at ${String(width)} px`);
          const box: number = await tab.evaluate<number>(
            `document.querySelector('#p-doc').getBoundingClientRect().width`,
          );
          assert.equal(box, 40);
        }
      });
    }
  });

  if (engine === 'webkit') continue;
  describe(`In ${engine} with forced colours, on a page of`, () => {
    let tab: Tab | undefined;
    before(async () => {
      tab = await openTab(engine, true);
    });
    after(() => tab?.close());

    for (const { name, title } of FRAMEWORKS) {
      it(`${title}, every box shows whether it is ticked, and every error is unlike the rest`, async () => {
        assert.ok(tab);
        await tab.open(`${site}/${name}/parts`, 768);
        assert.deepEqual(await faults(tab, false), []);
        await lookAtBoxes(tab, 'forced colours');
      });
    }
  });
}
