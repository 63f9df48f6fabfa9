import { expect, fixture, html } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import type { FormatRequest } from '../../src/format-request/format-request.ts';
import { find, until } from './format-request-page.ts';

const host = document.createElement('style');
beforeEach(() => document.head.append(host));
afterEach(() => host.remove());

/** Puts the form on a page with a style sheet of its own. */
async function show(css: string, attributes = ''): Promise<FormatRequest> {
  host.textContent = css;
  const page = await fixture<HTMLElement>(html`<main></main>`);
  page.innerHTML = `<p><a href="/plan.pdf">Our plan (PDF, 1.2MB)</a></p>
    <handrail-format-request email="formats@council.example" phone="020 7946 0456" ${attributes}>
      <form method="post" action="/requests"><button>Send</button></form>
    </handrail-format-request>`;
  const element = page.querySelector('handrail-format-request');
  if (!element) throw new Error('There is no form on the page.');
  await until(() => element.querySelector('[data-handrail-ui] button'));
  await element.updateComplete;
  return element;
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
      await until(() => element.querySelector('.handrail-summary'));
      expect(await faults(find(element, '[data-handrail-ui]'), 'color-contrast')).to.deep.equal([]);
    });
  }

  it('whatever its headings, a question is larger than the groups within it', async () => {
    const element = await show('h2 { font-size: 3em }');
    const size = (selector: string): number =>
      Number.parseFloat(getComputedStyle(find(element, selector)).fontSize);
    expect(size('.handrail-group > *')).to.be.lessThan(size('.handrail-legend'));
  });

  it('whose rem is small, what is pressed stays large enough', async () => {
    const element = await show('html { font-size: 62.5% } body { font-size: 16px }');
    const { height } = find(element, '[name=format]').getBoundingClientRect();
    expect(height, 'a box').to.be.at.least(24);
    for (const selector of ['[name=name]', '[type=submit]', '[name=format] + label']) {
      const { height } = find(element, selector).getBoundingClientRect();
      expect(height, selector).to.be.at.least(44);
    }
  });

  for (const css of [
    'label { float: left; width: 30% } form label { display: inline-block; width: 150px }',
    'fieldset { display: flex; width: 50% } legend { float: left; width: 30% }',
    'input[type=checkbox] { position: absolute; opacity: 0 } label::before { content: "□ " }',
    '[type=checkbox] { margin: 0 0 1rem } [type=checkbox] + label { margin-left: 0.5rem }',
  ]) {
    it(`with ${css}, labels and hints stand where they belong`, async () => {
      const element = await show(css);
      const box = (selector: string): DOMRect => find(element, selector).getBoundingClientRect();
      const whole = element.getBoundingClientRect();
      expect(box('fieldset').width, 'a group').to.equal(whole.width);
      expect(box('.handrail-field:has(> [name=notes]) > label').width, 'a label').to.equal(
        whole.width,
      );
      const label = box('[value=easy-read] + label');
      const option = box('.handrail-option:has([value=easy-read])');
      expect(label.left, 'an option’s label').to.equal(option.left + 44);
      expect(label.right, 'an option’s label').to.equal(option.right);
      // An option fills its group, which has an edge and a distance from it.
      expect(option.left - whole.left, 'an option').to.be.within(0, 20);
      expect(box('[value=easy-read] ~ span').left, 'its hint').to.equal(label.left);
    });
  }

  for (const css of [
    'form { display: grid; grid-template-columns: max-content 1fr } main { width: 320px }',
    'form { display: grid; grid-template-columns: 1fr 2fr } main { width: 320px }',
    'form > div { display: grid; grid-template-columns: 1fr 2fr; width: 50% } main { width: 320px }',
    'form div { display: flex } main { width: 320px }',
    'label, legend { white-space: nowrap } main { width: 320px }',
    'label { display: none }',
  ]) {
    it(`with ${css}, the form is as wide as it may be, and its options keep their words`, async () => {
      const element = await show(css);
      const whole = element.getBoundingClientRect();
      const ui = find(element, '[data-handrail-ui]');
      expect(ui.getBoundingClientRect().width).to.equal(whole.width);
      expect(ui.scrollWidth).to.be.at.most(Math.ceil(whole.width));
      const field = find(element, '.handrail-field:has(> [name=notes])').getBoundingClientRect();
      expect(field.width, 'a field').to.equal(whole.width);
      const { width } = find(element, '[name=notes]').getBoundingClientRect();
      expect(width, 'its box').to.equal(Math.min(whole.width, 512));
      expect(find(element, '[value=easy-read] + label').checkVisibility()).to.equal(true);
    });
  }

  it('whose outer form has Enter press a button of its own, Enter is the form’s', async () => {
    const element = await show('');
    let heard = 0;
    const listen = (): void => {
      heard += 1;
    };
    document.addEventListener('keypress', listen);
    for (const control of ['[name=name]', '[type=submit]']) {
      const press = new KeyboardEvent('keypress', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
      });
      find(element, control).dispatchEvent(press);
    }
    document.removeEventListener('keypress', listen);
    expect(heard).to.equal(0);
  });

  it('that keeps copies of its pages in storage, htmx is told to make none of this one', async () => {
    const element = await show('');
    expect(find(element, '[data-handrail-ui]').getAttribute('hx-history')).to.equal('false');
  });

  it('that disables what was pressed, the button works again with the next answer', async () => {
    const element = await show('');
    const button = find<HTMLButtonElement>(element, '[type=submit]');
    button.click();
    await until(() => element.querySelector('.handrail-summary'));
    button.disabled = true;
    find(element, '[name=format]').click();
    await element.updateComplete;
    expect(button.disabled).to.equal(false);
  });

  it('whose letters are small, what is typed is large enough for a telephone not to zoom in', async () => {
    const element = await show('body { font: 12px/1 sans-serif } input { font-size: 12px }');
    expect(getComputedStyle(find(element, '[name=name]')).fontSize).to.equal('16px');
  });

  it('that is narrow, with letters twice as large, the reference breaks rather than the page', async () => {
    const element = await show('html, body { font-size: 32px } main { width: 200px }');
    const reference = document.createElement('strong');
    reference.className = 'handrail-reference';
    reference.textContent = 'WWWW-WWWW';
    find(element, '[data-handrail-ui]').append(reference);
    expect(reference.getBoundingClientRect().width).to.be.at.most(200);
  });

  it('that takes every margin and every line away, paragraphs stay apart and links are underlined', async () => {
    const element = await show('* { margin: 0; padding: 0 } a { text-decoration: none }');
    const [first, second] = element.querySelectorAll<HTMLElement>('[data-handrail-ui] p');
    if (!first || !second) throw new Error('There are no two paragraphs.');
    const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
    expect(gap).to.be.at.least(8);
    expect(getComputedStyle(find(second, 'a')).textDecorationLine).to.equal('underline');
  });

  it('whose classes say otherwise, they have their way', async () => {
    const element = await show(
      '.handrail-label { color: rgb(1, 2, 3); width: 200px } .handrail-option { display: block }',
    );
    const { color, width } = getComputedStyle(find(element, '.handrail-label'));
    expect([color, width]).to.deep.equal(['rgb(1, 2, 3)', '200px']);
    expect(getComputedStyle(find(element, '.handrail-option')).display).to.equal('block');
  });

  it('that is narrow, the receipt keeps its buttons apart, and its links in sentences of their own', async () => {
    const receipt = { reference: 'K7M4-PX3T', replyBy: '2026-11-30', replyWithin: 5 };
    const ours = { 'Handrail-Receiver': '1' };
    window.fetch = async () =>
      Promise.resolve(Response.json(receipt, { status: 201, headers: ours }));
    const element = await show('main { width: 210px }', 'complaints-url="/complain"');
    find(element, '[value=read-aloud]').click();
    await element.updateComplete;
    find(element, '[name=phone]').value = '020 7946 0456';
    find(element, '[type=submit]').click();
    await until(() => element.querySelector('.handrail-receipt'));
    for (let width = 200; width < 360; width += 20) {
      host.textContent = `main { width: ${String(width)}px }`;
      for (const whole of ['.handrail-reference', 'a[href^="tel:"]']) {
        const { height } = find(element, whole).getBoundingClientRect();
        const lines = height / parseFloat(getComputedStyle(find(element, whole)).lineHeight);
        expect(lines, `lines of ${whole} at ${String(width)} px`).to.be.below(1.5);
      }
    }
    host.textContent = 'main { width: 210px }';
    const [print, again] = element.querySelectorAll('button');
    if (!print || !again) throw new Error('There are no two buttons.');
    const gap = again.getBoundingClientRect().top - print.getBoundingClientRect().bottom;
    expect(gap).to.be.at.least(8);
    expect(element.innerText).to.match(/^How to complain$/m);
  });

  it('that runs from right to left, a phone number and a reference read as they are said', async () => {
    const element = await show('main { direction: rtl }', '');
    element.email = '';
    await element.updateComplete;
    const link = find(element, 'a[href^="tel:"]');
    link.before('اتصل بنا على الرقم ');
    const [text] = [...link.childNodes].filter((node) => node instanceof Text && node.data);
    if (!text) throw new Error('There is no number.');
    const [first, last] = [0, 12].map((at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    });
    expect(first).to.be.below(last ?? 0);
  });

  it('that takes every outline away by force, a ring still shows the focus, on dark ground too', async () => {
    const element = await show(':focus { outline: 0 !important }');
    // WebKit draws no shadow around a tick box.
    for (const selector of ['[name=document-other]', '[type=submit]', 'p a']) {
      const control = find(element, selector);
      control.focus({ focusVisible: true });
      const { boxShadow } = getComputedStyle(control);
      // Light, dark, light: one of them differs from whatever is around it.
      const rings = boxShadow.split(/, (?=rgb)/).map((ring) => ring.split(' 0px')[0]);
      expect(new Set(rings).size, selector).to.equal(2);
      expect(rings[0], selector).to.equal(rings[2]);
    }
  });
});
