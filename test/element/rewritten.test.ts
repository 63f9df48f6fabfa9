import { expect } from '@open-wc/testing';
import '../../src/service-card/service-card.define.ts';
import type { ServiceCard } from '../../src/service-card/service-card.ts';
import { emptyPage, until } from './format-request-page.ts';
import { words } from './service-card.helper.ts';

const json = (name: string): string => JSON.stringify({ '@type': 'Organization', name });
const block = (name: string): string => `<script type="application/ld+json">${json(name)}</script>`;

/** An element that the page makes, as a template engine would. */
function made(name: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.append(json(name));
  return script;
}

type Way = (card: ServiceCard, old: Element) => void;

/** The ways in which the DOM standard lets a page change what stands between an element's tags. */
const WAYS: Readonly<Record<string, Way>> = {
  append: (card, old) => {
    old.remove();
    card.append(made('Beta'));
  },
  prepend: (card) => card.prepend(made('Beta')),
  before: (_, old) => old.before(made('Beta')),
  after: (_, old) => {
    old.after(made('Beta'));
    old.remove();
  },
  replaceWith: (_, old) => old.replaceWith(made('Beta')),
  replaceChildren: (card) => card.replaceChildren(made('Beta')),
  'replaceChildren of the block': (_, old) => old.replaceChildren(json('Beta')),
  innerHTML: (card) => (card.innerHTML = block('Beta')),
  'outerHTML of the block': (_, old) => (old.outerHTML = block('Beta')),
  'textContent of the block': (_, old) => (old.textContent = json('Beta')),
  'the data of its text': (_, old) => ((old.firstChild as Text).data = json('Beta')),
  'nodeValue of its text': ({ ownerDocument }, old) => {
    const walker = ownerDocument.createTreeWalker(old, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode();
    if (text) text.nodeValue = json('Beta');
  },
  'replaceData, by parts': (_, old) => {
    const text = old.firstChild as Text;
    text.replaceData(text.data.indexOf('Alpha'), 5, 'Beta');
  },
  'splitText and normalize': (_, old) => {
    const text = old.firstChild as Text;
    text.splitText(text.data.indexOf('Alpha')).replaceData(0, 5, 'Beta');
    old.normalize();
  },
  insertAdjacentHTML: (card) => card.insertAdjacentHTML('afterbegin', block('Beta')),
  insertAdjacentElement: (_, old) => old.insertAdjacentElement('beforebegin', made('Beta')),
  insertBefore: (card, old) => card.insertBefore(made('Beta'), old),
  replaceChild: (card, old) => card.replaceChild(made('Beta'), old),
  'a range': ({ ownerDocument }, old) => {
    const range = ownerDocument.createRange();
    range.selectNode(old);
    range.deleteContents();
    range.insertNode(made('Beta'));
  },
  'a fragment': (card, old) => {
    const fragment = document.createDocumentFragment();
    fragment.append(made('Beta'));
    card.replaceChild(fragment, old);
  },
  importNode: (_, old) => {
    const other = document.implementation.createHTMLDocument();
    other.body.innerHTML = block('Beta');
    const [script] = other.scripts;
    if (script) old.replaceWith(document.importNode(script, true));
  },
  adoptNode: (_, old) => {
    const other = document.implementation.createHTMLDocument();
    other.body.innerHTML = block('Beta');
    const [script] = other.scripts;
    if (script) old.replaceWith(document.adoptNode(script));
  },
  cloneNode: (_, old) => {
    const copy = old.cloneNode(true) as Element;
    copy.replaceChildren(json('Beta'));
    old.replaceWith(copy);
  },
  'an attribute': (card, old) => {
    const other = card.appendChild(made('Beta'));
    other.before(old);
    old.setAttribute('type', 'text/plain');
  },
};

/** A newer method of the DOM, in browsers that have it. */
function newer(name: string, way: Way): void {
  if (name in Element.prototype) Object.assign(WAYS, { [name]: way });
}
newer('moveBefore', (card, old) => {
  const other = document.body.appendChild(document.createElement('p'));
  other.append(made('Beta'));
  const [script] = other.children;
  (card as unknown as { moveBefore(node: Node | undefined, next: Node): void }).moveBefore(
    script,
    old,
  );
  other.remove();
});
newer('setHTMLUnsafe', (card) => card.setHTMLUnsafe(block('Beta')));

const CARD = `<handrail-service-card>${block('Alpha')}</handrail-service-card>`;

async function drawn(): Promise<{ card: ServiceCard; old: Element }> {
  const page = await emptyPage();
  page.innerHTML = CARD;
  const [card] = page.children as unknown as [ServiceCard];
  await until(() => words(card).includes('Alpha'));
  return { card, old: card.querySelector('script') ?? card };
}

describe('What a page writes anew between a card’s tags is what the card says', () => {
  for (const [name, way] of Object.entries(WAYS)) {
    it(`by ${name}`, async () => {
      const { card, old } = await drawn();
      way(card, old);
      await until(() => words(card).includes('Beta'));
      expect(words(card)).not.to.include('Alpha');
      expect(card.querySelectorAll('article')).to.have.lengthOf(1);
    });
  }

  it('by moving the whole element to another place, or into a shadow root', async () => {
    const { card } = await drawn();
    const host = document.body.appendChild(document.createElement('div'));
    for (const place of [host, host.attachShadow({ mode: 'open' })]) {
      place.append(card);
      await card.updateComplete;
      expect(card.querySelectorAll('article')).to.have.lengthOf(1);
      card.querySelector('script')?.replaceChildren(json('Gamma'));
      await until(() => card.querySelector('article')?.textContent.includes('Gamma'));
      card.querySelector('script')?.replaceChildren(json('Alpha'));
      await until(() => card.querySelector('article')?.textContent.includes('Alpha'));
    }
    host.remove();
  });

  it('by a copy of the whole element, which draws for itself', async () => {
    const { card } = await drawn();
    card.after(card.cloneNode(true));
    const copy = card.nextElementSibling;
    copy?.querySelector('script')?.replaceChildren(json('Beta'));
    await until(() => words(copy).includes('Beta'));
    expect(words(card)).to.include('Alpha');
    expect(copy?.querySelectorAll('article')).to.have.lengthOf(1);
  });

  it('by an author’s slot attribute, which sends nothing out of its place', async () => {
    const { card } = await drawn();
    const note = card.appendChild(document.createElement('p'));
    note.slot = 'elsewhere';
    note.textContent = 'Another';
    await card.updateComplete;
    expect(words(card)).to.include('Alpha').and.not.include('Another');
  });
});
