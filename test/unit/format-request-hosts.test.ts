import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import '../../src/format-request/format-request.define.ts';
import type { FormatRequest } from '../../src/format-request/format-request.ts';

const host = document.createElement('style');
beforeEach(() => document.head.append(host));
afterEach(() => host.remove());

/** Puts the form on a page with a style sheet of its own. */
async function show(css: string): Promise<FormatRequest> {
  host.textContent = css;
  const page = await fixture<HTMLElement>(html`<main></main>`);
  page.innerHTML = `<p><a href="/plan.pdf">Our plan (PDF, 1.2MB)</a></p>
    <handrail-format-request email="formats@council.example" phone="020 7946 0456">
      <form method="post" action="/requests"><button>Send</button></form>
    </handrail-format-request>`;
  const element = page.querySelector('handrail-format-request');
  if (!element) throw new Error('There is no form on the page.');
  await waitUntil(() => element.querySelector('[data-handrail-ui] button'));
  await element.updateComplete;
  return element;
}

function find(element: Element, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** What axe says about one thing, a line each. */
async function faults(element: Element, rule: string): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  };
  const { violations } = await axe.run(element, { runOnly: [rule] });
  return violations.flatMap(({ nodes }) => nodes.map(({ failureSummary = '' }) => failureSummary));
}

describe('On a stranger’s page', () => {
  for (const [page, css] of [
    ['dark, without saying so to the browser', 'main { background: #111; color: #eee }'],
    ['grey, with grey labels', 'main { background: #f0f4f5 } label { color: #aaa }'],
    [
      'dark, with a light theme for Handrail',
      'main { background: #111; color: #eee; --handrail-color-text: #222; --handrail-color-surface: #fff } label, p { color: #eee }',
    ],
  ] as const) {
    it(`that is ${page}, every word can be read, errors too`, async () => {
      const element = await show(`${css} a { color: inherit }`);
      find(element, '[type=submit]').click();
      await waitUntil(() => element.querySelector('.handrail-summary'));
      expect(await faults(find(element, '[data-handrail-ui]'), 'color-contrast')).to.deep.equal([]);
    });
  }
});
