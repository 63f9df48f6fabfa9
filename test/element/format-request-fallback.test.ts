import { expect, fixture, html } from '@open-wc/testing';
import {
  answer,
  authorForm,
  CONTACTS,
  emptyPage,
  fill,
  find,
  FORM,
  json,
  RECEIPT,
  says,
  send,
  sent,
  settled,
  show,
  tick,
  type,
  until,
} from './format-request-page.ts';

describe('Taking over the author’s form', () => {
  it('keeps what was typed, ticked and chosen before the script came, and the focus', async () => {
    const page = await emptyPage();
    page.innerHTML = `<form-later><form method="post" action="/requests">
      <input type="hidden" name="_key" value="always-the-same">
      <input type="hidden" name="format" value="other">
      <input type="hidden" name="_site" value="north">
      <input name="email"><input type="checkbox" name="format" value="braille">
      <input type="checkbox" name="format" value="cassette"><textarea name="notes"></textarea>
      <select name="region"><option>Choose</option><option>East</option></select>
      <select name="ward"><option>Choose</option><option>Hill</option></select>
      <select name="kind"><option>Any</option><option selected>General</option></select>
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
    expect(find(element, '[name=notes]').value).to.equal('cassette\nPlease hurry');
    // What ours does not ask is asked where the author asks it.
    expect(find(element, '[name=region]').value).to.equal('East');
    expect(find(element, '[name=region]').checkVisibility()).to.equal(true);
    // The author's own is where it was, whole, and holds what was typed into it.
    expect(authorForm(element) === form && form.parentElement === element).to.equal(true);
    expect([...new FormData(form)].slice(0, 4)).to.deep.equal([
      ['_key', 'always-the-same'],
      ['format', 'other'],
      ['_site', 'north'],
      ['email', 'sam@example.org'],
    ]);
    expect([
      find(form, '[name=email]').checkVisibility(),
      find(element, 'form').checkVisibility(),
    ]).to.deep.equal([false, true]);
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
    const page = await emptyPage();
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

  it('never lets answers into an address, also where the author’s form says no method', async () => {
    const element = await show(CONTACTS, '<form action="/requests"><input name="email"></form>');
    expect(find<HTMLFormElement>(element, 'form').method).to.equal('post');
  });

  it('leaves the focus alone where somebody is busy elsewhere', async () => {
    const search = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    search.focus();
    await show();
    expect(document.activeElement === search).to.equal(true);
  });

  it('works inside a form that spans the page, and tells it nothing', async () => {
    const page = await emptyPage();
    page.innerHTML = `<form id="outer"><input name="q">
      <handrail-format-request action="/requests" ${CONTACTS}><p>We are glad to help.</p>
      <p><label>Email <input name="email"></label></p></handrail-format-request></form>`;
    const outer = find<HTMLFormElement>(page, '#outer');
    let heard = 0;
    outer.addEventListener('submit', () => (heard += 1));
    const element = await settled(page.querySelector('handrail-format-request'));
    expect(element.innerText).to.contain('We are glad to help.');
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(heard).to.equal(0);
    expect([...new FormData(outer).keys()]).to.deep.equal(['q']);
    expect(find(page, 'p [name=email]').checkVisibility()).to.equal(false);
  });

  it('keeps a host’s own scripts for that form away from what is sent', async () => {
    const page = await emptyPage();
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
    const page = await emptyPage();
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
    expect(now.value).to.equal('Please hurry');
    expect(now.selectionStart).to.equal(6);
  });

  it('gives the focus of the author’s button to ours', async () => {
    const page = await emptyPage();
    page.innerHTML = `<form-later>${FORM}</form-later>`;
    const element = document.createElement('handrail-format-request');
    const form = find<HTMLFormElement>(page, 'form');
    find(page, 'form-later').replaceWith(element);
    element.append(form);
    find(form, 'button').focus();
    await settled(element);
    await until(() => document.activeElement === find(element, 'button[type=submit]'));
  });

  for (const [what, rewrite] of [
    ['the form', (element: Element) => authorForm(element).replaceChildren('Which format?')],
    ['all of it', (element: Element) => (element.innerHTML = FORM)],
    ['nothing', (element: Element) => element.replaceChildren()],
  ] as const) {
    it(`is taken over again where the page puts its own markup back: ${what}`, async () => {
      const element = await show();
      await fill(element);
      type(element, 'notes', 'Half a sen');
      rewrite(element);
      await until(() => element.querySelector(':scope > form > [data-handrail-ui]'));
      await element.updateComplete;
      expect(find(element, '[name=notes]').value).to.equal('Half a sen');
      expect(element.innerText).not.to.contain('Which format?');
      answer(json(201, RECEIPT));
      send(element);
      await says(element, RECEIPT.reference);
      expect(sent[0]).to.include({ notes: 'Half a sen', email: 'sam@example.org' });
    });
  }

  it('takes what is in the page’s own fields for no choice of ours', async () => {
    const element = await show();
    authorForm(element).insertAdjacentHTML(
      'beforeend',
      '<input type="hidden" name="format" value="moon">',
    );
    await tick(element, 'contact-by', 'email');
    element.formats = 'moon audio';
    await element.updateComplete;
    expect(find(element, '[name=format][value=moon][type=checkbox]').checked).to.equal(false);
  });

  it('goes on as its author wrote it until the form’s own file is there', () => {
    const element = document.createElement('handrail-format-request');
    element.innerHTML = FORM;
    document.body.append(element);
    expect(find(element, '[name=email]').checkVisibility()).to.equal(true);
    element.remove();
  });
});
