import { expect } from '@open-wc/testing';
import { morphChildren } from '@hotwired/turbo';
import '../../src/service-card/service-card.define.ts';
import {
  authorForm,
  emptyPage,
  find,
  FORM,
  settled,
  show,
  type,
  until,
} from './format-request-page.ts';
import { words } from './service-card.helper.ts';

const card = (name: string): string =>
  `<handrail-service-card><h3>By the page</h3><script type="application/ld+json">
  ${JSON.stringify({ '@type': 'Organization', name })}</script></handrail-service-card>`;

/** What a server sends for the same place: it knows nothing of what the elements have added. */
function sentAnew(html: string): HTMLElement {
  const next = document.createElement('div');
  next.innerHTML = html;
  return next;
}

describe('A page that Turbo morphs into what its server sends anew', () => {
  it('has the card of the new service, once, in the place of its author’s markup', async () => {
    const page = await emptyPage();
    page.innerHTML = card('Alpha');
    await until(() => words(page).includes('Alpha'));
    const element = page.firstElementChild;
    morphChildren(page, sentAnew(card('Beta')));
    await until(() => words(page).includes('Beta'));
    expect(page.firstElementChild === element).to.equal(true);
    expect(page.querySelectorAll('article')).to.have.lengthOf(1);
    expect(words(page)).not.to.match(/By the page|Alpha/);
  });

  it('keeps what was typed into a form, and shows one form', async () => {
    const element = await show();
    type(element, 'notes', 'Half a word');
    const page = element.parentElement ?? element;
    const written = element.cloneNode() as HTMLElement;
    written.innerHTML = FORM;
    const rest = [...page.children].map((child) => (child === element ? written : child).outerHTML);
    morphChildren(page, sentAnew(rest.join('')));
    await until(() => element.querySelector('[data-handrail-form] [type=submit]'));
    await settled(element);
    expect(find<HTMLTextAreaElement>(element, '[name=notes]').value).to.equal('Half a word');
    await until(() => !authorForm(element).checkVisibility());
    expect(element.querySelectorAll('[data-handrail-form]')).to.have.lengthOf(1);
    expect(find(element, '[data-handrail-form]').checkVisibility()).to.equal(true);
  });
});
