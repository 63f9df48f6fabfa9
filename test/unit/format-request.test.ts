import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import '../../src/format-request/format-request.define.ts';
import type { FormatRequest } from '../../src/format-request/format-request.ts';

const RECEIPT = {
  reference: 'K7M4-PX3T',
  receivedAt: '2026-11-23T10:00:00.000Z',
  replyBy: '2026-11-30',
  replyWithin: 5,
};
const FORM =
  '<form method="post" action="/requests"><input name="email"><button>Send</button></form>';
const CONTACTS = 'email="formats@council.example" phone="020 7946 0456"';

const realFetch = window.fetch.bind(window);
const realTimeout = window.setTimeout.bind(window);
const title = 'Plans and papers';
let warnings: string[];
let sent: Record<string, unknown>[];
let page: HTMLElement;

const realWarn = console.warn.bind(console);
beforeEach(() => {
  document.title = title;
  warnings = [];
  sent = [];
  console.warn = (text: string) => warnings.push(text);
  // The pauses between two attempts pass at once. They are never round, as the tests' own patience is.
  window.setTimeout = ((run: () => void, pause = 0) =>
    realTimeout(run, Number.isInteger(pause) ? pause : 0)) as typeof window.setTimeout;
});
afterEach(() => {
  window.fetch = realFetch;
  window.setTimeout = realTimeout;
  console.warn = realWarn;
  document.title = title;
  Reflect.deleteProperty(navigator, 'onLine');
});

/** Has each request answered as told, the last answer for good. */
function answer(...answers: (() => Response | Promise<Response>)[]): void {
  window.fetch = async (_url, init) => {
    sent.push(JSON.parse(init?.body as string) as Record<string, unknown>);
    const next = answers[sent.length - 1] ?? answers.at(-1);
    if (!next) throw new TypeError('Failed to fetch');
    return next();
  };
}

function json(status: number, body: unknown): () => Response {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', 'Retry-After': '0' },
    });
}

/** Waits as long as a busy machine may need. */
const until = (condition: () => unknown, what = 'what the test waits for'): Promise<void> =>
  waitUntil(condition, what, { timeout: 15_000 });

/** Puts markup on the page and waits until the element has drawn itself. */
async function show(attributes = CONTACTS, form = FORM, around = ''): Promise<FormatRequest> {
  page = await fixture(html`<main></main>`);
  page.innerHTML = `${around}<handrail-format-request ${attributes}>${form}</handrail-format-request>`;
  return settled(page.querySelector('handrail-format-request'));
}

async function settled(element: FormatRequest | null | undefined): Promise<FormatRequest> {
  if (!element) throw new Error('There is no form on the page.');
  await until(() => element.querySelector('[data-handrail-ui] button'));
  await element.updateComplete;
  return element;
}

// The type says what a selector names, as querySelector's own does.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function find<T extends HTMLElement = HTMLInputElement>(element: Element, selector: string): T {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

function type(element: Element, name: string, text: string): void {
  const control = find(element, `[name="${name}"]`);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

async function tick(element: FormatRequest, name: string, value: string): Promise<void> {
  find(element, `[name="${name}"][value="${value}"]`).click();
  await element.updateComplete;
}

/** Answers everything that has to be answered. */
async function fill(element: FormatRequest): Promise<void> {
  type(element, 'document-other', 'The plan');
  await tick(element, 'format', 'braille');
  await tick(element, 'contact-by', 'email');
  type(element, 'email', 'sam@example.org');
}

function send(element: FormatRequest): void {
  find(element, 'button[type=submit]').click();
}

async function says(element: FormatRequest, words: string): Promise<void> {
  await until(() => element.textContent.includes(words), `"${words}" in ${element.innerText}`);
  await element.updateComplete;
}

async function objections(element: Element): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run(context: Element): Promise<AxeResults> } };
  const { violations } = await axe.run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** What an event tells whoever listens: every engine writes its own marks beside it. */
const carried = (event: Event): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted')),
  );

const errors = (element: Element): string[] =>
  [...element.querySelectorAll('.handrail-summary a')].map((link) => link.textContent);

describe('Taking over the author’s form', () => {
  it('keeps what was typed, ticked and chosen before the script came, and the focus', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<form-later><form method="post" action="/requests">
      <input type="hidden" name="_key" value="always-the-same">
      <input type="hidden" name="format" value="other">
      <input type="hidden" name="_site" value="north">
      <input name="email"><input type="checkbox" name="format" value="braille">
      <input type="checkbox" name="format" value="cassette"><textarea name="notes"></textarea>
      <select name="region"><option>Choose</option><option>East</option></select>
      <input name="document-other"></form></form-later>`;
    const before = find(page, 'form-later');
    type(page, 'email', 'sam@example.org');
    type(page, 'notes', 'Please hurry');
    type(page, 'document-other', 'The plan');
    page.querySelectorAll<HTMLInputElement>('[type=checkbox]').forEach((box) => box.click());
    find<HTMLSelectElement>(page, 'select').selectedIndex = 1;
    const element = document.createElement('handrail-format-request');
    const form = find<HTMLFormElement>(page, 'form');
    before.replaceWith(element);
    element.append(form);
    find(form, '[name=email]').focus();
    await settled(element);
    await until(() => document.activeElement?.getAttribute('name') === 'email');
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    expect(find(element, '[value=braille]').checked).to.equal(true);
    expect(find(element, '[name=document-other]').value).to.equal('The plan');
    expect(find(element, '[name=notes]').value).to.equal('cassette\nPlease hurry\nEast');
    expect(find<HTMLFormElement>(element, 'form') === form).to.equal(true);
    const hidden = [...form.querySelectorAll<HTMLInputElement>('[type=hidden]')];
    expect(hidden.map(({ name }) => name)).to.deep.equal(['_site']);
    expect(document.activeElement === find(element, '[name=email]')).to.equal(true);
  });

  it('sends what the author’s form says unseen, but for what it says itself', async () => {
    const unseen = ['action', '_key', '_lang', '_page', '_site'].map(
      (name) => `<input type="hidden" name="${name}" value="from the author">`,
    );
    const element = await show('action="/requests"', `<form>${unseen.join('')}</form>`);
    const form = find<HTMLFormElement>(element, 'form');
    expect(form.getAttribute('action')).to.match(/\/requests$/);
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    const [body] = sent;
    expect([body?.['action'], body?.['_site']]).to.deep.equal([
      'from the author',
      'from the author',
    ]);
    expect([body?.['_lang'], body?.['_page']]).to.deep.equal([
      'en-GB',
      location.origin + location.pathname,
    ]);
    expect(body?.['_key']).to.match(/^[0-9a-f]{32}$/);
  });

  it('makes the choices that filled-in fields stand for, so that nothing typed is left behind', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<handrail-format-request ${CONTACTS}><form method="post" action="/requests">
      <input name="document-other" value="The plan"><input name="format-other" value="Big and green">
      <input type="hidden" name="format" value="other"><input name="email" value="sam@example.org">
      </form></handrail-format-request>`;
    const element = await settled(page.querySelector('handrail-format-request'));
    await until(() => find(element, '[name=email]').checkVisibility());
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.deep.include({ format: ['other'], 'format-other': 'Big and green' });
    expect(sent[0]).to.include({ 'contact-by': 'email', email: 'sam@example.org' });
  });

  it('leaves the focus alone where somebody is busy elsewhere', async () => {
    const search = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    search.focus();
    await show();
    expect(document.activeElement === search).to.equal(true);
  });

  it('works inside a form that spans the page, and tells it nothing', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<form id="outer"><input name="q">
      <handrail-format-request action="/requests" ${CONTACTS}><label>Email <input name="email"></label>
      </handrail-format-request></form>`;
    const outer = find<HTMLFormElement>(page, '#outer');
    let heard = 0;
    outer.addEventListener('submit', () => (heard += 1));
    const element = await settled(page.querySelector('handrail-format-request'));
    expect(element.querySelectorAll('[name=email]')).to.have.lengthOf(1);
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(heard).to.equal(0);
    expect([...new FormData(outer).keys()]).to.deep.equal(['q']);
  });

  it('keeps a host’s own scripts for that form away from what is sent', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<form-later>${FORM}</form-later>`;
    const form = find<HTMLFormElement>(page, 'form');
    // As many sites do, so that nobody sends twice.
    form.addEventListener('submit', () => {
      find<HTMLButtonElement>(form, 'button:not([type=button])').disabled = true;
    });
    const element = document.createElement('handrail-format-request');
    find(page, 'form-later').replaceWith(element);
    element.append(form);
    await settled(element);
    send(element);
    await says(element, 'There is a problem');
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
  });

  it('works inside another component’s shadow root, where its error links lead too', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<a href="/inside.pdf">Plan inside</a>
      <handrail-format-request ${CONTACTS}>${FORM}</handrail-format-request>`;
    const element = await settled(root.querySelector('handrail-format-request'));
    expect(element.textContent).to.contain('Plan inside');
    const outermost = await fixture<HTMLElement>(html`<div></div>`);
    const outer = outermost.attachShadow({ mode: 'open' });
    outer.innerHTML = '<a href="/between.pdf">Plan between</a>';
    outer.append(host);
    await says(element, 'Plan between');
    send(element);
    await says(element, 'There is a problem');
    find<HTMLAnchorElement>(element, '.handrail-summary a[href$="-format"]').click();
    expect(root.activeElement === find(element, '[name=format]')).to.equal(true);
  });

  it('keeps the caret where it was, and a button’s words out of the answers', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<form-later><form method="post" action="/requests"><textarea name="notes"></textarea>
      <select name="region" multiple><option>East</option><option>West</option></select>
      <input type="submit" name="commit" value="Send it"></form></form-later>`;
    const element = document.createElement('handrail-format-request');
    const form = find<HTMLFormElement>(page, 'form');
    find(page, 'form-later').replaceWith(element);
    element.append(form);
    for (const option of find<HTMLSelectElement>(form, 'select').options) option.selected = true;
    const notes = find(form, '[name=notes]');
    notes.value = 'Please hurry';
    notes.focus();
    notes.setSelectionRange(6, 6);
    await settled(element);
    await until(() => document.activeElement?.getAttribute('name') === 'notes');
    const now = document.activeElement as HTMLTextAreaElement;
    expect(now.value).to.equal('Please hurry\nEast\nWest');
    expect(now.selectionStart).to.equal(6);
  });

  it('gives the focus of the author’s button to ours', async () => {
    page = await fixture(html`<main></main>`);
    page.innerHTML = `<form-later>${FORM}</form-later>`;
    const element = document.createElement('handrail-format-request');
    const form = find<HTMLFormElement>(page, 'form');
    find(page, 'form-later').replaceWith(element);
    element.append(form);
    find(form, 'button').focus();
    await settled(element);
    await until(() => document.activeElement === find(element, 'button[type=submit]'));
  });

  it('goes on as its author wrote it until the form’s own file is there', () => {
    const element = document.createElement('handrail-format-request');
    element.innerHTML = FORM;
    document.body.append(element);
    expect(find(element, '[name=email]').checkVisibility()).to.equal(true);
    element.remove();
  });
});

describe('Errors', () => {
  it('come on sending only, all at once, in the order of the form, beside their fields too', async () => {
    const element = await show();
    type(element, 'email', 'nonsense');
    expect(element.querySelector('.handrail-error') === null).to.equal(true);
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'email');
    type(element, 'name', 'Sam');
    send(element);
    await says(element, 'There is a problem');
    expect(errors(element)).to.deep.equal([
      'Choose at least one document, or type its title',
      'Describe the other format you need',
      'Enter an email address in the correct format, like name@example.com',
    ]);
    const email = find(element, '[name=email]');
    const described = document.getElementById(email.getAttribute('aria-describedby') ?? '');
    expect(described?.innerText).to.match(/Error:\s*Enter an email address/);
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect(find(element, '[name=name]').value).to.equal('Sam');
    expect(await objections(element)).to.deep.equal([]);
  });

  it('take the focus to a summary whose links lead to the fields, and mark the title until mended', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    expect(document.activeElement === find(element, '.handrail-summary')).to.equal(true);
    expect(document.title).to.equal(`Error: ${title}`);
    for (const [end, name] of [
      ['document-other', 'document-other'],
      ['format', 'format'],
      ['contact-by', 'contact-by'],
    ] as const) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      expect(document.activeElement === find(element, `[name=${name}]`)).to.equal(true);
    }
    send(element);
    await element.updateComplete;
    expect(document.title).to.equal(`Error: ${title}`);
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(document.title).to.equal(title);
  });

  it('lead to the choice that asks for a field where the field is out of sight again', async () => {
    const element = await show();
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'email');
    send(element);
    await says(element, 'There is a problem');
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'post');
    for (const [end, name] of [
      ['format-other', 'format'],
      ['email', 'contact-by'],
    ] as const) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      expect(document.activeElement === find(element, `[name=${name}]`)).to.equal(true);
    }
  });

  it('bring the field itself into view, however long its question is', async () => {
    const element = await show(
      '',
      FORM,
      `<a href="/${'long-'.repeat(40)}x.pdf">x${'y'.repeat(240)}</a>`,
    );
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'post');
    send(element);
    await says(element, 'There is a problem');
    for (const end of ['format-other', 'postcode']) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      const { top, bottom } = find(element, `[name=${end}]`).getBoundingClientRect();
      expect(top, end).to.be.at.least(0);
      expect(bottom, end).to.be.at.most(innerHeight);
    }
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('of two forms mark the title once, until both are mended', async () => {
    const first = await show();
    page.insertAdjacentHTML(
      'beforeend',
      `<handrail-format-request>${FORM}</handrail-format-request>`,
    );
    const second = await settled(page.querySelectorAll('handrail-format-request')[1]);
    answer(json(201, RECEIPT));
    for (const element of [first, second]) {
      send(element);
      await says(element, 'There is a problem');
    }
    expect(document.title).to.equal(`Error: ${title}`);
    await fill(first);
    send(first);
    await says(first, 'K7M4-PX3T');
    expect(document.title).to.equal(`Error: ${title}`);
    // A page that counts its messages in its title.
    document.title = `Error: ${title} (2)`;
    await fill(second);
    send(second);
    await says(second, 'K7M4-PX3T');
    expect(document.title).to.equal(`${title} (2)`);
  });

  it('from the receiver are shown in the same way, in its words where it knows more', async () => {
    const element = await show();
    await fill(element);
    answer(
      json(422, {
        problems: [
          { field: 'email', code: 'email-missing' },
          { field: 'notes', code: 'of-the-future', message: 'Say it in fewer words' },
        ],
      }),
    );
    send(element);
    await says(element, 'There is a problem');
    expect(errors(element)).to.deep.equal(['Enter your email address', 'Say it in fewer words']);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('never come for a likely slip: that is a hint that can be taken', async () => {
    const element = await show();
    await fill(element);
    type(element, 'email', 'sam@gmial.com');
    await says(element, 'Did you mean sam@gmail.com?');
    const [accept] = [...element.querySelectorAll('button')].filter((button) =>
      button.textContent.includes('Yes'),
    );
    accept?.click();
    expect(find(element, '[name=email]').value).to.equal('sam@gmail.com');
  });
});

describe('Asking', () => {
  it('shows what belongs to an option once it is chosen, and keeps but does not send it after', async () => {
    const element = await show();
    await fill(element);
    await tick(element, 'format', 'large-print');
    type(element, 'large-print-size', '24 point');
    await tick(element, 'format', 'large-print');
    expect(find(element, '[name=large-print-size]').checkVisibility()).to.equal(false);
    answer(json(400, {}));
    send(element);
    await says(element, 'could not take');
    expect(sent[0]).not.to.have.property('large-print-size');
    expect(find(element, '[name=large-print-size]').value).to.equal('24 point');
  });

  it('says that braille comes by post, and sends it with an email address alone', async () => {
    const element = await show();
    await fill(element);
    await says(element, 'comes by post');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent).to.have.lengthOf(1);
  });

  it('says kindly that a wanted date is before the promised one', async () => {
    const element = await show();
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    type(element, 'needed-by', soon);
    await says(element, 'We will try to be quicker');
  });

  it('counts what is left of a long answer, close to its end', async () => {
    const element = await show();
    type(element, 'notes', 'x'.repeat(1990));
    await says(element, 'Characters left: 10');
  });

  it('offers the formats that the organisation makes, with its own time for each', async () => {
    const element = await show('formats="audio large-print braille:10 moon"');
    const offered = [...element.querySelectorAll<HTMLInputElement>('[name=format]')];
    expect(offered.map(({ value }) => value)).to.deep.equal([
      'large-print',
      'braille',
      'moon',
      'audio',
    ]);
    expect(element.textContent).to.match(/Braille\s+Usually takes us 10 working days/);
    expect(warnings).to.deep.equal([]);
  });

  it('does not ask how to reach somebody where there is one way', async () => {
    const element = await show('contact-ways="text"');
    expect(element.querySelector('[type=radio][name=contact-by]') === null).to.equal(true);
    expect(find(element, '[name=phone]').checkVisibility()).to.equal(true);
    await tick(element, 'format', 'easy-read');
    type(element, 'document-other', 'The plan');
    type(element, 'phone', '07700 900123');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({ 'contact-by': 'text', phone: '07700 900123' });
  });

  it('says of no field that it may be empty where that would be an error', async () => {
    const element = await show('contact-ways="post"');
    expect(find(element, '[name=name]').labels?.[0]?.textContent).to.equal('Full name');
  });

  it('does not ask for a name and version of those who would rather not say', async () => {
    const element = await show();
    await tick(element, 'at', 'prefer-not-to-say');
    expect(find(element, '[name=at-detail]').checkVisibility()).to.equal(false);
    await tick(element, 'at', 'switch');
    expect(find(element, '[name=at-detail]').checkVisibility()).to.equal(true);
  });

  it('loses nothing typed when the page changes what it asks', async () => {
    const element = await show('formats="colour audio other" contact-ways="email"');
    await tick(element, 'format', 'other');
    type(element, 'format-other', 'Big and green');
    type(element, 'email', 'sam@example.org');
    find(element, '[name=format][value=other]').focus();
    element.formats = 'large-print colour other';
    element.contactWays = 'email post';
    await element.updateComplete;
    expect(find(element, '[name=format-other]').value).to.equal('Big and green');
    expect(find(element, '[name=colour-name]').value).to.equal('');
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    expect((document.activeElement as HTMLInputElement).value).to.equal('other');
    for (const attribute of element.getAttributeNames()) element.removeAttribute(attribute);
    for (const gone of ['closures', 'cut-off', 'division', 'heading-level', 'reply-days']) {
      element.setAttribute(gone, '');
      element.removeAttribute(gone);
    }
    await element.updateComplete;
    expect(element.querySelectorAll('[name=format]')).to.have.lengthOf(13);
    expect(find(element, '[name=format-other]').value).to.equal('Big and green');
    expect(warnings).to.deep.equal([]);
  });

  it('asks for the same with everything only where the organisation can do it', async () => {
    expect((await show()).querySelector('[name=standing]') === null).to.equal(true);
    const element = await show(`standing ${CONTACTS}`);
    await fill(element);
    await tick(element, 'standing', '1');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({ standing: '1' });
  });

  it('lets the browser fill in what it knows, and nothing else', async () => {
    const element = await show();
    const tokens = [...element.querySelectorAll<HTMLInputElement>('input[autocomplete], textarea')]
      .filter(({ autocomplete }) => autocomplete !== 'off')
      .map(({ name, autocomplete }) => `${name}: ${autocomplete}`);
    expect(tokens).to.deep.equal([
      'email: email',
      'address-line1: address-line1',
      'address-line2: address-line2',
      'town: address-level2',
      'postcode: postal-code',
      'phone: tel',
      'name: name',
    ]);
  });

  it('in a statement takes reports of problems too, and names who enforces the law', async () => {
    const element = await show(`for="statement" ${CONTACTS}`);
    expect(element.textContent).to.contain('Tell us what is not accessible');
    expect(find(element, '[name=problem]').labels?.[0]?.textContent).to.contain(
      'Report a problem with this page',
    );
    expect(find(element, 'a[href*="equalityadvisoryservice"]').isConnected).to.equal(true);
    type(element, 'problem', 'The menu does not open with the keyboard.');
    await tick(element, 'contact-by', 'email');
    type(element, 'email', 'sam@example.org');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({ problem: 'The menu does not open with the keyboard.' });
  });

  it('in a statement plays back the problem that was reported', async () => {
    const element = await show('for="statement"');
    type(element, 'problem', 'The menu <b>does not</b> open');
    await tick(element, 'contact-by', 'email');
    type(element, 'email', 'sam@example.org');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(find(element, '.handrail-receipt dl').innerText).to.contain(
      'The menu <b>does not</b> open',
    );
  });

  it('in a statement leaves the words to the author who has words', async () => {
    const own = `<p data-handrail-wording>Ours</p>${FORM}<p data-handrail-enforcement>Theirs</p>`;
    const element = await show('for="statement" division="northern-ireland"', own);
    expect(element.textContent).not.to.contain('Tell us what is not');
    expect(element.querySelector('a[href*="equality"]') === null).to.equal(true);
  });
});

describe('The documents of the page', () => {
  const two = '<p><a href="/a.pdf">Plan A (PDF, 1MB)</a> <a href="/b.docx">Plan B</a></p>';

  it('are there to be chosen, and the only one is chosen already', async () => {
    const one = await show(CONTACTS, FORM, '<a href="/a.pdf">Plan A (PDF, 1MB)</a>');
    expect(find(one, '[name=document]').checked).to.equal(true);
    const element = await show(CONTACTS, FORM, two);
    const boxes = [...element.querySelectorAll<HTMLInputElement>('[name=document]')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false]);
    expect(boxes.map(({ labels }) => labels?.[0]?.textContent)).to.deep.equal(['Plan A', 'Plan B']);
  });

  it('that arrive later are listed, and what was typed and ticked stays', async () => {
    const element = await show(CONTACTS, FORM, two);
    await tick(element, 'document', new URL('/b.docx', location.href).href + ' Plan B');
    type(element, 'document-other', 'Another one');
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    const ticked = element.querySelectorAll<HTMLInputElement>('[name=document]:checked');
    expect([...ticked].map(({ value }) => value.split(' ').slice(1).join(' '))).to.deep.equal([
      'Plan B',
    ]);
    expect(find(element, '[name=document-other]').value).to.equal('Another one');
  });

  it('that arrive later leave the focus on the one that it was on', async () => {
    const element = await show(CONTACTS, FORM, two);
    find(element, '[name=document]').focus();
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    expect((document.activeElement as HTMLInputElement).value).to.match(/Plan A$/);
  });

  it('with addresses longer than a request may hold are asked for by title', async () => {
    const long = `<a href="/${'x'.repeat(2100)}.pdf">Plan A</a>`;
    const element = await show(CONTACTS, FORM, long);
    await tick(element, 'format', 'braille');
    await tick(element, 'contact-by', 'email');
    type(element, 'email', 'sam@example.org');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]?.['document']).to.deep.equal(['Plan A']);
  });

  it('that were typed as a title before any arrived are not lost', async () => {
    const element = await show();
    type(element, 'document-other', 'Another one');
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    expect(find(element, '[name=document-other]').value).to.equal('Another one');
  });

  it('in hundreds show twenty at first', async () => {
    const many = Array.from(
      { length: 200 },
      (_, at) => `<a href="/${String(at)}.pdf">P${String(at)}</a>`,
    );
    const element = await show(CONTACTS, FORM, many.join(' '));
    const visible = () =>
      [...element.querySelectorAll('[name=document]')].filter((box) => box.checkVisibility());
    expect(visible()).to.have.lengthOf(20);
    const [all] = [...element.querySelectorAll('button')].filter((button) =>
      button.textContent.includes('Show all 200'),
    );
    all?.click();
    await element.updateComplete;
    expect(visible()).to.have.lengthOf(200);
  });

  it('are said to be there already in an easier form, once chosen', async () => {
    const element = await show(
      CONTACTS,
      FORM,
      '<a href="/a.pdf">Plan A (PDF)</a> <a href="/plan-a">Plan A</a>',
    );
    expect(find(element, '.handrail-more').innerText).to.match(/Already available as:\s+HTML/);
  });

  it('get links with their titles that open the one form with that document chosen', async () => {
    const element = await show(
      `links ${CONTACTS}`,
      FORM,
      `${two}<a href="/d.pdf" data-handrail-document="off">Plan D</a>`,
    );
    const links = [...page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal([
      'Ask for another format:\u00A0Plan A',
      'Ask for another format:\u00A0Plan B',
    ]);
    const details = document.createElement('details');
    element.replaceWith(details);
    details.append(element);
    await settled(element);
    page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')[1]?.click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    expect(details.open).to.equal(true);
    expect((document.activeElement as HTMLInputElement).value).to.contain('Plan B');
    expect(find(element, '[name=document]:checked') === document.activeElement).to.equal(true);
    element.links = false;
    await element.updateComplete;
    expect(page.querySelector('[data-handrail-ask]') === null).to.equal(true);
  });

  it('keep links that say and open what they stand beside, whatever the page does to them', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, `<div>${two}</div>`);
    const asks = () =>
      [...page.querySelectorAll('[data-handrail-ask] a span')].map(({ textContent }) =>
        textContent.replace(':', '').trim(),
      );
    const first = find<HTMLAnchorElement>(page, 'a');
    first.href = '/z.pdf';
    first.textContent = 'Plan Z';
    await until(() => asks()[0] === 'Plan Z');
    find<HTMLAnchorElement>(page, '[data-handrail-ask] a').click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    expect((document.activeElement as HTMLInputElement).value).to.match(/\/z\.pdf Plan Z$/);
    find(page, '[data-handrail-ask]').remove();
    await until(() => asks().length === 2);
    const holder = find(page, 'div');
    const copied = holder.innerHTML;
    holder.innerHTML = copied;
    const dead = find(holder, '[data-handrail-ask]');
    await until(() => !dead.isConnected && asks().length === 2);
    find<HTMLAnchorElement>(page, '[data-handrail-ask]:last-of-type a').click();
    await until(() => find(element, '[name=document][value$="Plan B"]').checked);
    expect(asks()).to.deep.equal(['Plan Z', 'Plan B']);
  });

  it('open the form in everything that is folded around it, also around its component', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, two);
    const details = page.appendChild(document.createElement('details'));
    const root = details.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    root.append(element);
    await settled(element);
    await until(() => page.querySelector('[data-handrail-ask] a'));
    find(page, '[data-handrail-ask] a').click();
    await until(() => root.activeElement?.getAttribute('name') === 'document');
    expect(details.open).to.equal(true);
  });

  it('are in view when their link has led to them, however many there are', async () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `<a href="/${String(at)}.pdf">P${String(at)}</a>`,
    );
    const element = await show(`links ${CONTACTS}`, FORM, many.join(' '));
    [...page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')].at(-1)?.click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(element.contains(document.activeElement)).to.equal(true);
  });

  it('have their sizes asked for once somebody turns to the form, and not before', async () => {
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push(new URL(new Request(input).url).pathname);
      return Promise.resolve(new Response(null, { headers: { 'Content-Length': '52000' } }));
    };
    const element = await show(CONTACTS, FORM, two);
    expect(asked).to.deep.equal([]);
    find(element, '[name=document]').focus();
    await says(element, '52KB');
    expect(asked).to.deep.equal(['/b.docx']);
  });

  it('have their sizes asked for where a click gives no focus, as in Safari', async () => {
    window.fetch = () =>
      Promise.resolve(new Response(null, { headers: { 'Content-Length': '52000' } }));
    const element = await show(CONTACTS, FORM, two);
    await tick(element, 'format', 'braille');
    await says(element, '52KB');
  });

  it('have two sizes at a time asked for, also those that arrive while others are asked for', async () => {
    let open = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    window.fetch = async () => {
      most = Math.max(most, (open += 1));
      await new Promise<void>((resolve) => answers.push(resolve));
      open -= 1;
      return new Response(null, { headers: { 'Content-Length': '52000' } });
    };
    const link = (name: string): string => `<a href="/${name}.pdf">Plan ${name}</a> `;
    const element = await show(CONTACTS, FORM, link('a') + link('b') + link('c'));
    find(element, '[name=document]').focus();
    await until(() => answers.length === 2);
    page.insertAdjacentHTML('afterbegin', link('d') + link('e'));
    await says(element, 'Plan e');
    expect(answers).to.have.lengthOf(2);
    const count = (): number => element.textContent.split('52KB').length - 1;
    await until(() => {
      answers.splice(0).forEach((answer) => answer());
      return count() === 5;
    });
    expect(most).to.equal(2);
  });
});

describe('What a screen reader announces', () => {
  /** Screen readers announce what is put into a place that they know, not what comes with its place. */
  it('has its place before there is anything to say: what is wrong, and what becomes of a request', async () => {
    const element = await show();
    const alert = find(element, '[role=alert]');
    const status = find(element, '.handrail-status[role=status]');
    expect(alert.innerText + status.innerText).to.equal('');
    send(element);
    await says(element, 'There is a problem');
    expect(alert.innerText).to.contain('Choose at least one format');
    // Some screen readers say nothing of what takes the focus without a name and a role.
    const summary = find(alert, '.handrail-summary[role=group]');
    expect(summary.ariaLabel).to.equal('There is a problem');
    answer(json(201, RECEIPT));
    await fill(element);
    send(element);
    await says(element, 'Request received');
    expect(status.isConnected).to.equal(true);
    expect(status.innerText.trim()).to.equal(
      'Your reference is K7M4-PX3T. We will reply by Monday 30 November 2026.',
    );
  });
});

describe('Sending', () => {
  it('ends with a reference and a date, in focus, and nothing left on the device or in the address', async () => {
    const element = await show(`organisation="Test Council" ${CONTACTS}`);
    const events: string[] = [];
    page.addEventListener('handrail-request-received', (event) => events.push(carried(event)));
    const address = location.href;
    await fill(element);
    type(element, 'name', '<b>Sam</b> \u202E🧑🏽‍🦯');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'Request received');
    expect(document.activeElement?.textContent).to.equal('Request received');
    expect(element.innerText).to.match(/K7M4-PX3T/);
    const time = find<HTMLTimeElement>(element, 'time');
    expect(`${time.dateTime} ${time.textContent}`).to.equal('2026-11-30 Monday 30 November 2026');
    expect(element.innerText).to.contain('s…@example.org');
    expect(element.innerText).not.to.contain('sam@example.org');
    expect(element.querySelector('input, b') === null).to.equal(true);
    expect(JSON.parse(events[0] ?? '{}')).to.deep.equal({
      reference: RECEIPT.reference,
      receivedAt: RECEIPT.receivedAt,
      replyBy: RECEIPT.replyBy,
    });
    expect([location.href, document.title]).to.deep.equal([address, title]);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
    expect(sent[0]?.['_page']).to.equal(location.origin + location.pathname);
    expect(await objections(element)).to.deep.equal([]);
    find<HTMLButtonElement>(element, '.handrail-quiet').click();
    await says(element, 'Send request');
    await until(() => document.activeElement === find(element, '[name=document-other]'));
    expect(find(element, '[name=email]').value).to.equal('');
    expect(find(element, '[name=format][value=braille]').checked).to.equal(false);
  });

  it('says a promise without a date where the receiver cannot know one', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, { ...RECEIPT, replyBy: null }));
    send(element);
    await says(element, 'We will reply in 5 working days.');
    expect(element.querySelector('time') === null).to.equal(true);
  });

  it('names no way to get in touch where the page gives none', async () => {
    const element = await show('');
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(element.innerText).not.to.contain('give it to us');
  });

  it('stands by the form’s own promise where the receiver gives nothing but a reference', async () => {
    const element = await show(`${CONTACTS} reply-days="3"`);
    await fill(element);
    answer(json(201, { reference: 'K7M4-PX3T' }));
    send(element);
    await says(element, 'We will reply in 3 working days.');
    expect(find(element, '.handrail-reference').innerText).to.equal('K7M4-PX3T');
  });

  for (const [name, reply] of [
    ['409', json(409, {})],
    ['500', json(500, {})],
    ['503', json(503, {})],
    ['a web page', () => new Response('<p>Log in', { headers: { 'Content-Type': 'text/html' } })],
    ['{}', json(200, {})],
    ['nothing', () => new Response(null, { status: 204 })],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const) {
    it(`that ends with ${name} keeps the answers and offers other ways`, async () => {
      const element = await show();
      const events: string[] = [];
      page.addEventListener('handrail-request-failed', (event) => events.push(carried(event)));
      await fill(element);
      answer(reply);
      send(element);
      await says(element, 'We could not confirm that your request arrived');
      expect(find(element, '[name=email]').value).to.equal('sam@example.org');
      expect(find(element, '[name=format][value=braille]').checked).to.equal(true);
      expect(find(element, 'button[type=submit]').innerText).to.equal('Try again');
      const mail = find<HTMLAnchorElement>(element, '.handrail-other-ways a[href^=mailto]').href;
      expect(mail).to.match(/^mailto:formats@council\.example\?/);
      expect(decodeURIComponent(mail)).to.contain('The plan').and.to.contain('sam@example.org');
      expect(find(element, '.handrail-other-ways textarea').value).to.contain('Braille');
      expect(find(element, '.handrail-other-ways a[href="tel:02079460456"]').isConnected).to.equal(
        true,
      );
      expect(events).to.deep.equal(['{}']);
      expect(await objections(element)).to.deep.equal([]);
      const before = sent.at(-1)?.['_key'];
      answer(json(201, RECEIPT));
      sent = [];
      send(element);
      await says(element, 'K7M4-PX3T');
      expect(sent[0]?.['_key'] === before).to.equal(true);
    });
  }

  it('other answers while the first may have arrived asks the receiver, and sends them as a new request', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    type(element, 'notes', 'One more thing');
    answer(json(500, {}), json(422, { error: 'x' }), json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    const keys = sent.map((body) => body['_key']);
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2]).not.to.equal(keys[0]);
    expect(sent[2]?.['notes']).to.equal('One more thing');
  });

  it('that is turned away after it may have arrived is not said to be missing', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    answer(json(429, {}));
    sent = [];
    send(element);
    await until(() => sent.length === 4);
    await says(element, 'could not confirm');
    expect(element.innerText).not.to.contain('has not been received');
  });

  it('says so where answers were changed too late to be part of the request', async () => {
    const element = await show();
    let finish: ((response: Response) => void) | undefined;
    for (const late of ['', 'Please in large letters']) {
      await fill(element);
      type(element, 'notes', 'Please hurry');
      answer(() => new Promise<Response>((resolve) => (finish = resolve)));
      send(element);
      await says(element, 'Sending your request');
      if (late) type(element, 'notes', late);
      finish?.(json(201, RECEIPT)());
      await says(element, 'K7M4-PX3T');
      expect(element.innerText.includes('You changed your answers')).to.equal(late !== '');
      expect(sent.at(-1)?.['notes']).to.equal('Please hurry');
      expect(await objections(element)).to.deep.equal([]);
      find<HTMLButtonElement>(element, '.handrail-quiet').click();
      await says(element, 'Send request');
    }
  });

  for (const status of [400, 403, 413]) {
    it(`that gets a clear no, such as ${String(status)}, says so, keeps the answers and offers other ways`, async () => {
      const element = await show();
      await fill(element);
      answer(json(status, { error: 'x' }));
      send(element);
      await says(element, 'We could not take your request.');
      expect(sent).to.have.lengthOf(1);
      expect(element.innerText).not.to.contain('could not confirm');
      expect(find(element, '[name=email]').value).to.equal('sam@example.org');
      expect(find(element, '.handrail-other-ways textarea').value).to.contain('Braille');
      expect(await objections(element)).to.deep.equal([]);
      type(element, 'notes', 'Shorter');
      answer(json(201, RECEIPT));
      send(element);
      await says(element, 'K7M4-PX3T');
      expect(sent[1]?.['_key'] === sent[0]?.['_key']).to.equal(false);
    });
  }

  it('that failed can be copied, which is said, and by hand where the clipboard is out of reach', async () => {
    const element = await show();
    await fill(element);
    answer(json(403, {}), json(403, {}));
    send(element);
    await says(element, 'We could not take your request.');
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => Promise.resolve(copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    const press = (): void => find(element, '.handrail-other-ways button').click();
    press();
    await says(element, 'Copied');
    expect(copied[0]).to.contain('sam@example.org');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    press();
    const box = find<HTMLTextAreaElement>(element, '.handrail-other-ways textarea');
    await until(() => document.activeElement === box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).to.equal(box.value);
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('that gets a no without a reason, under a new key too, is not said to have perhaps arrived', async () => {
    const element = await show();
    await fill(element);
    answer(json(422, { error: 'x' }));
    send(element);
    await says(element, 'We could not take your request.');
    expect(new Set(sent.map((body) => body['_key'])).size).to.equal(2);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('that may have arrived before a clear no is not said to be refused', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}), json(403, {}));
    send(element);
    await says(element, 'could not confirm');
    send(element);
    await until(() => sent.length === 2);
    await until(() => find(element, '.handrail-status').innerText.includes('could not confirm'));
    expect(element.innerText).not.to.contain('could not take');
  });

  it('waits while the device is offline, and asks before it sends', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, RECEIPT));
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    send(element);
    await says(element, 'You are offline');
    expect(await objections(element)).to.deep.equal([]);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await says(element, 'You are online again');
    expect(sent).to.deep.equal([]);
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent).to.have.lengthOf(1);
  });

  it('is not said to be unsent, once online again, where an earlier attempt may have arrived', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    send(element);
    await says(element, 'You are offline');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await says(element, 'could not confirm');
    expect(element.innerText).not.to.contain('has not been sent');
  });

  it('is passed over where the form was emptied meanwhile', async () => {
    const element = await show();
    await fill(element);
    let finish: ((response: Response) => void) | undefined;
    answer(() => new Promise<Response>((resolve) => (finish = resolve)));
    send(element);
    await says(element, 'Sending your request');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    finish?.(json(201, RECEIPT)());
    await element.updateComplete;
    await Promise.resolve();
    expect(element.textContent).not.to.contain('K7M4-PX3T');
  });
});

describe('Over a bad line, to a real receiver', () => {
  const stored = async (run: string) =>
    (await (await realFetch(`/requests/run?run=${run}`)).json()) as {
      attempts: number;
      references: string[];
    };
  const to = (fault: string, times = 1): [string, string] => {
    const run = Math.random().toString(36).slice(2);
    return [run, `/requests?run=${run}&fault=${fault}&times=${String(times)}`];
  };

  for (const fault of ['none', 'drop', 'truncate']) {
    it(`a request is stored once and its receipt arrives: ${fault}`, async () => {
      const [run, action] = to(fault, fault === 'none' ? 0 : 2);
      const element = await show(`action="${action}"`);
      await fill(element);
      send(element);
      await says(element, 'Request received');
      const { attempts, references } = await stored(run);
      expect(attempts).to.equal(fault === 'none' ? 1 : 3);
      expect(references).to.deep.equal([find(element, '.handrail-reference').innerText]);
    });
  }

  it('two clicks and an Enter send once, and the waiting is said', async () => {
    const [run, action] = to('hold');
    const element = await show(`action="${action}"`);
    await fill(element);
    send(element);
    send(element);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await says(element, 'Sending your request');
    expect(find(element, 'button[type=submit]').getAttribute('aria-disabled')).to.equal('true');
    expect(await objections(element)).to.deep.equal([]);
    await until(async () => (await stored(run)).references.length === 1);
    await says(element, 'Request received');
    expect((await stored(run)).attempts).to.equal(1);
  });

  it('a line that stays bad loses nothing, and says that it is trying', async () => {
    const [run, action] = to('drop', 99);
    const element = await show(`action="${action}" ${CONTACTS}`);
    const heard = new Set<string>();
    const status = find(element, '.handrail-status');
    new MutationObserver(() => heard.add(status.innerText)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await fill(element);
    send(element);
    await says(element, 'could not confirm');
    expect([...heard].join(' ')).to.contain('trying again');
    expect((await stored(run)).references).to.have.lengthOf(1);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('answers that changed after a request arrived unheard are a request of their own', async () => {
    const [run, action] = to('drop', 4);
    const element = await show(`action="${action}"`);
    await fill(element);
    send(element);
    await says(element, 'could not confirm');
    type(element, 'notes', 'One more thing');
    send(element);
    await says(element, 'Request received');
    const { attempts, references } = await stored(run);
    expect(attempts).to.equal(6);
    expect(references).to.have.lengthOf(2);
    expect(references[1]).to.equal(find(element, '.handrail-reference').innerText);
  });

  it('what the receiver does not take is said beside its field, and mended', async () => {
    const [run, action] = to('none', 0);
    const element = await show(`action="${action}" formats="moon braille"`);
    await fill(element);
    await tick(element, 'format', 'moon');
    send(element);
    await says(element, 'There is a problem');
    const message = find(element, '[id$="-format-error"]').innerText;
    expect(message).to.contain('Choose formats that are on the list');
    expect((await stored(run)).references).to.deep.equal([]);
    await tick(element, 'format', 'moon');
    send(element);
    await says(element, 'Request received');
    expect((await stored(run)).references).to.have.lengthOf(1);
  });

  it('a request that is turned away in a flood is not said to be perhaps there', async () => {
    const [run, action] = to('none', 0);
    const events: string[] = [];
    const element = await show(`action="${action}&flood=1" ${CONTACTS}`);
    await fill(element);
    send(element);
    await says(element, 'Request received');
    find<HTMLButtonElement>(element, '.handrail-quiet').click();
    await says(element, 'Send request');
    page.addEventListener('handrail-request-failed', (event) => events.push(carried(event)));
    await fill(element);
    send(element);
    await says(element, 'yours has not been received');
    expect(element.innerText).not.to.contain('could not confirm');
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    expect(find(element, 'button[type=submit]').innerText).to.equal('Try again');
    expect(find(element, '.handrail-other-ways a[href^=mailto]').isConnected).to.equal(true);
    expect(events).to.deep.equal(['{}']);
    expect(await objections(element)).to.deep.equal([]);
    const { attempts, references } = await stored(run);
    expect([attempts, references.length]).to.deep.equal([2, 1]);
  });
});

describe('On a shared phone', () => {
  it('the form is emptied when the page goes, and empty when it comes back', async () => {
    for (const event of [
      new PageTransitionEvent('pagehide', { persisted: true }),
      new PageTransitionEvent('pageshow', { persisted: true }),
    ]) {
      const element = await show();
      await fill(element);
      type(element, 'notes', 'Private');
      send(element);
      window.dispatchEvent(event);
      await element.updateComplete;
      const filled = [...element.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
        (control) =>
          control.checked || (!['checkbox', 'radio'].includes(control.type) && control.value),
      );
      expect(filled.map(({ name }) => name)).to.deep.equal([]);
    }
  });

  it('a receipt goes with the page', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await element.updateComplete;
    expect(element.textContent).not.to.contain('K7M4-PX3T');
  });

  it('a quick exit’s blank title is not given its name back', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    document.title = '\u200B';
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(document.title).not.to.contain(title);
  });
});

describe('A mistake in the page’s markup', () => {
  for (const [attributes, warning] of [
    ['reply-days="five"', /reply-days="five".*It uses 5/],
    ['reply-days="0"', /reply-days="0"/],
    ['formats="cassette braille"', /formats="cassette".*The formats are/],
    ['formats="braille:soon"', /formats="braille:soon"/],
    ['contact-ways="pigeon"', /contact-ways="pigeon"/],
    ['division="wales"', /division="wales"/],
    ['closures="Christmas"', /closures="Christmas"/],
    ['cut-off="5pm"', /cut-off="5pm"/],
    ['documents="#none"', /documents="#none"/],
    ['documents="!!"', /documents="!!"/],
    ['email="javascript:alert(1)"', /email="javascript/],
    ['complaints="javascript:alert(1)"', /complaints="javascript/],
    ['action="javascript:alert(2)"', /action="javascript/],
    ['action="ftp://a.example/"', /action="ftp/],
    ['action="http://a.example/requests"', /action="http:/],
  ] as const) {
    it(`is named and worked around: ${attributes}`, async () => {
      const element = await show(attributes);
      expect(warnings.join('\n')).to.match(warning);
      expect(find(element, 'button[type=submit]').isConnected).to.equal(true);
      expect(element.querySelector('[href^="javascript"]') === null).to.equal(true);
    });
  }

  it('in the receiver’s address sends nothing, and offers the other ways', async () => {
    const element = await show(`action="javascript:alert(3)" ${CONTACTS}`);
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'We could not take your request.');
    expect(sent).to.deep.equal([]);
    expect(find<HTMLFormElement>(element, 'form').action).not.to.match(/^javascript/);
  });
});
