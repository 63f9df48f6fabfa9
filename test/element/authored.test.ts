import { expect } from '@open-wc/testing';
import '../../src/service-card/service-card.define.ts';
import type { ServiceCard } from '../../src/service-card/service-card.ts';
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
  type,
  until,
} from './format-request-page.ts';
import { clear, show as showExit } from './quick-exit.helper.ts';
import { put, words } from './service-card.helper.ts';
import { startTranslating, stopTranslating } from './translated-page.ts';

const block = (name: string, number: string): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    telephone: number,
  });

const CARD = `<handrail-service-card><h3>By the page</h3><p>Call <a href="tel:999">999</a></p>
  <script type="application/ld+json">${block('Alpha', '020 7946 0101')}</script></handrail-service-card>`;

/** How often an element draws itself while nothing is done to it. */
async function drawings(element: ServiceCard): Promise<number> {
  let count = 0;
  const draw = element.requestUpdate.bind(element);
  element.requestUpdate = (...parts) => {
    count += 1;
    draw(...parts);
  };
  for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  return count;
}

describe('What the author wrote on a card', () => {
  afterEach(stopTranslating);

  it('stays where it is, node for node, while the card shows its own in its place', async () => {
    const page = await emptyPage();
    page.innerHTML = CARD;
    const [card] = page.children as unknown as [ServiceCard];
    const before = [...card.childNodes];
    await until(() => card.querySelector('article'));
    expect([...card.childNodes].slice(0, before.length)).to.deep.equal(before);
    expect(words(card)).to.include('Alpha').and.not.include('By the page');
    expect(card.shadowRoot?.innerHTML).to.equal('<slot></slot>');
  });

  it('is read again when a number is changed in it', async () => {
    const card = await put(CARD);
    const script = card.querySelector('script');
    script?.replaceChildren(block('Alpha', '020 7946 0202'));
    await until(() => words(card).includes('020 7946 0202'));
    expect(words(card)).not.to.include('0101');
  });

  it('is shown again, as it is by then, once there is no service any more', async () => {
    const card = await put(CARD);
    card.querySelector('p a')?.replaceChildren('112');
    card.querySelector(':scope > script')?.remove();
    await until(() => words(card).includes('By the page'));
    expect(words(card)).to.equal('By the page Call 112');
  });

  it('can be put into other elements by a browser that translates, which it takes no notice of for long', async () => {
    const card = await put(CARD);
    startTranslating(card);
    await until(() => words(card).includes('~Alpha'));
    expect(await drawings(card)).to.be.at.most(2);
    expect(await drawings(card)).to.equal(0);
    expect(words(card)).not.to.include('By the page');
    card.querySelector('script')?.replaceChildren(block('Beta', '020 7946 0303'));
    await until(() => words(card).includes('~Beta'));
    expect(await drawings(card)).to.be.at.most(2);
    expect(await drawings(card)).to.equal(0);
  });

  it('may get a node from an extension, which is not shown beside the card’s own', async () => {
    const card = await put(CARD);
    const badge = card.appendChild(document.createElement('span'));
    badge.textContent = 'Click to call';
    await new Promise(requestAnimationFrame);
    expect(words(card)).not.to.include('Click to call');
    expect(await drawings(card)).to.equal(0);
  });
});

describe('What the author wrote in a request form', () => {
  it('is asked for what it says unseen as the request is sent, by a script of the page too', async () => {
    const element = await show(
      CONTACTS,
      '<form id="own" method="post" action="/requests"><input type="hidden" name="_token" value="old"></form>',
      '<input form="own" name="campaign" value="spring">',
    );
    const form = authorForm(element);
    find(form, '[name=_token]').value = 'new';
    form.addEventListener('formdata', ({ formData }) => formData.append('stamp', '7'));
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, RECEIPT.reference);
    expect(sent[0]).to.include({ _token: 'new', campaign: 'spring', stamp: '7' });
  });

  it('is sent by a button elsewhere on the page: ours is, in its place, and once', async () => {
    const element = await show(
      CONTACTS,
      '<form id="own" method="post" action="/requests"><input name="email" required></form>',
      '<button form="own">Send from here</button>',
    );
    await fill(element);
    answer(json(201, RECEIPT));
    find<HTMLButtonElement>(element.parentElement ?? element, 'button[form]').click();
    await says(element, RECEIPT.reference);
    expect(sent).to.have.lengthOf(1);
  });

  it('cannot be reached with the Tab key, and keeps its own words on the page around it', async () => {
    const element = await show(
      CONTACTS,
      `<p>We are glad to help.</p><div>${FORM}</div><p>Bye.</p>`,
    );
    const theirs = find(authorForm(element), '[name=email]');
    theirs.focus();
    expect(document.activeElement === theirs).to.equal(false);
    expect(element.innerText).to.match(/We are glad to help/);
    const tops = [...element.children]
      .filter((child) => child.textContent.trim() && child.getBoundingClientRect().height > 0)
      .map((child) => [child.getBoundingClientRect().top, child.localName] as const)
      .sort(([a], [b]) => a - b);
    expect(tops.map(([, name]) => name)).to.deep.equal(['p', 'form', 'p']);
  });

  it('takes a value that the page gives it later, unless somebody has typed another', async () => {
    const element = await show(CONTACTS, FORM.replace('<button>', '<input name="name"><button>'));
    type(element, 'name', 'Sam');
    find(authorForm(element), '[name=name]').setAttribute('value', 'Alex');
    find(authorForm(element), '[name=email]').setAttribute('value', 'alex@example.org');
    await until(() => find(element, '[name=email]').value === 'alex@example.org');
    expect(find(element, '[name=name]').value).to.equal('Sam');
  });

  it('is shown again, with what was typed, where ours can no longer be drawn', async () => {
    const element = await show();
    type(element, 'email', 'sam@example.org');
    Object.defineProperty(element, 'render', {
      value: () => {
        throw new Error('out of order');
      },
    });
    element.requestUpdate();
    await until(() => authorForm(element).checkVisibility());
    expect(find(authorForm(element), '[name=email]').value).to.equal('sam@example.org');
    expect(authorForm(element).outerHTML).not.to.match(/novalidate|data-handrail/);
    expect(element.innerText).not.to.contain('Send request');
  });

  it('can be written again in the middle of typing: the words, the focus and the caret stay', async () => {
    const element = await show();
    const notes = find<HTMLTextAreaElement>(element, '[name=notes]');
    find<HTMLDetailsElement>(element, 'details:has([name=notes])').open = true;
    notes.focus();
    type(element, 'notes', 'Half a word');
    notes.setSelectionRange(4, 4);
    element.innerHTML = FORM;
    await until(() => document.activeElement === notes);
    await settled(element);
    expect([notes.value, notes.selectionStart]).to.deep.equal(['Half a word', 4]);
  });
});

describe('The author’s link of an exit', () => {
  afterEach(clear);

  const LINK = '<a class="button" href="https://www.bbc.co.uk/weather">Leave now</a>';

  it('has no more than it had once the exit goes', async () => {
    const element = await showExit('', LINK);
    const link = find<HTMLAnchorElement>(element, 'a');
    expect(link.childNodes).to.have.lengthOf(1);
    element.remove();
    expect(link.outerHTML).to.equal(LINK);
  });

  it('is the exit’s again where a page writes over what it was given', async () => {
    const element = await showExit('', LINK);
    const link = find<HTMLAnchorElement>(element, 'a');
    for (const name of ['style', 'popover', 'aria-labelledby', 'id']) link.removeAttribute(name);
    link.className = 'link';
    await until(() => link.classList.contains('handrail-exit-link'));
    await element.updateComplete;
    expect(link.matches('.link[aria-labelledby]')).to.equal(true);
    if ('popover' in link) expect(link.matches(':popover-open')).to.equal(true);
  });

  it('may be another one, that leads and says something else', async () => {
    const element = await showExit('', LINK);
    const old = find<HTMLAnchorElement>(element, 'a');
    element.innerHTML = '<a href="https://www.example.org/">Go</a>';
    await until(() => element.querySelector('.handrail-exit-where'));
    await until(() => element.innerText.includes('Opens example.org'));
    expect(find(element, 'a').matches('.handrail-exit-link')).to.equal(true);
    expect(old.outerHTML).to.equal(LINK);
  });

  it('takes the place of ours where the page brings it late', async () => {
    const element = await showExit('', '');
    element.insertAdjacentHTML('beforeend', LINK);
    await until(() => element.querySelectorAll('a').length === 1);
    expect(find<HTMLAnchorElement>(element, 'a').textContent).to.equal('Leave now');
  });
});
