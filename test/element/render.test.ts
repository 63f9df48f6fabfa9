import { expect, fixture } from '@open-wc/testing';
import '../../src/define.ts';
import type { HandrailElement } from '../../src/index.ts';
import { replyFile } from './reply-file.ts';
import { MORNING } from './service-card.helper.ts';

type Options = Readonly<Record<string, unknown>>;

function address(kind: string, query: Record<string, string>, options: Options): string {
  return `/rendered/${kind}?${new URLSearchParams({ ...query, options: JSON.stringify(options) }).toString()}`;
}

/** Has Node draw an element. */
async function drawn(
  kind: string,
  query: Record<string, string>,
  options: Options,
): Promise<string> {
  const response = await fetch(address(kind, query, options));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** The attributes that say where something is, not what. */
const APART = /^(data-handrail-ui|lang|dir|id|for|aria-describedby|aria-labelledby|hx-history)$/;

/** What an element has drawn, without Lit's marks and white space: tags, attributes, texts in order. */
function outline(node: Node, ids = new Map<string, string>()): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (!(node instanceof Element)) return '';
  const place = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `#${String(ids.size)}`);
    return ids.get(id) ?? '';
  };
  const isUi = node.hasAttribute('data-handrail-ui');
  const attributes = [...node.attributes]
    .filter(({ name }) => !(isUi && APART.test(name)))
    // A script ticks boxes and folds questions by other means than a server, and says what a box opens.
    .filter(
      ({ name }) =>
        !/^(checked|hidden|autofocus|aria-expanded)$/.test(name) || node.localName === 'span',
    )
    .map(
      ({ name, value }) =>
        `${name}=${/^(id|for|aria-(describ|labell)edby|href)$/.test(name) && /^#?handrail/.test(value) ? value.split(' ').map(place).join(' ') : value}`,
    )
    .sort();
  const inner = [...node.childNodes].map((child) => outline(child, ids)).join('');
  return `<${[node.localName, ...attributes].join(' ')}>${inner.replace(/\s+/g, ' ').trim()}</>`.replace(
    /\s+(?=<)|(?<=>)\s+/g,
    '',
  );
}

const ui = (element: Element): Element => {
  const found = element.querySelector('[data-handrail-ui]');
  if (!found) throw new Error('There is nothing that the element has drawn.');
  return found;
};

async function put(markup: string): Promise<HandrailElement> {
  const element = await place(markup);
  await element.updateComplete;
  return element;
}

/** Those of the nodes that are not in an element any more. */
const gone = (nodes: readonly Element[], element: Element): string[] =>
  nodes.filter((node) => !element.contains(node)).map(({ outerHTML }) => outerHTML);

/** Where an element is, to a tenth of a pixel. */
const box = (node: Element): string => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x, y, width, height].map((length) => length.toFixed(1)).join(' ');
};

/** Puts an element on the page without waiting for it. */
async function place(markup: string): Promise<HandrailElement> {
  const around = await fixture<HTMLElement>('<div></div>');
  around.append(document.createRange().createContextualFragment(markup));
  return around.firstElementChild as HandrailElement;
}

const parse = (html: string): Element => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return ui(body);
};

const CARDS = ['always', 'office', 'stale', 'refuge', 'young', 'interpreter', 'holiday'];
const FORM = { action: '/requests' };
const FORMS: readonly (readonly [string, Options])[] = [
  ['as it comes', {}],
  [
    'of a council',
    { organisation: 'A & B', email: 'a@council.example', phone: '020 7946 0456', replyDays: 10 },
  ],
  [
    'with some formats, in a statement',
    {
      purpose: 'statement',
      formats: 'large-print braille:10 other',
      contactWays: 'email',
      standing: true,
      complaintsUrl: '/complain',
      pageUrl: location.href,
      division: 'northern-ireland',
      privacyUrl: '/privacy',
    },
  ],
];

describe('What a server draws', () => {
  for (const id of CARDS) {
    it(`is what the card draws itself: ${id}`, async () => {
      const server = await drawn('card', { id }, { now: MORNING });
      const own = await put(
        `<handrail-service-card src="/test/examples/services.json#${id}" now="${MORNING}"></handrail-service-card>`,
      );
      expect(outline(parse(server))).to.equal(outline(ui(own)));
    });
  }

  for (const [name, options] of FORMS) {
    it(`is what the form draws itself: ${name}`, async () => {
      const server = await drawn('form', {}, { ...FORM, ...options });
      const bare = server.replace(/<div data-handrail-ui[^]*<\/div>(?=\s*<\/form>)/, '');
      const own = await put(bare);
      expect(outline(parse(server))).to.equal(outline(ui(own)));
    });
  }
});

describe('An element that finds its own HTML in place', () => {
  it('keeps the nodes of a card that say the same, and changes those that do not', async () => {
    const server = await drawn('card', { id: 'office' }, { now: '2026-11-23T22:15:00Z' });
    const element = await place(
      server.replace('<handrail-service-card', `<handrail-service-card now="${MORNING}"`),
    );
    const before = [...element.querySelectorAll('*')];
    const texts = before.map((node) => node.textContent.replace(/\s+/g, ' ').trim());
    expect(element.textContent).to.contain('Closed, opens at 9am');
    await element.updateComplete;
    expect(element.querySelectorAll('[data-handrail-ui], article').length).to.equal(2);
    expect(element.textContent).to.contain('Open now, closes at 5pm').and.not.contain('Closed,');
    const after = new Set(element.querySelectorAll('*'));
    before.forEach((node, index) => {
      expect(after.has(node), texts[index]).to.equal(true);
    });
    const fresh = await put(
      `<handrail-service-card src="/test/examples/services.json#office" now="${MORNING}"></handrail-service-card>`,
    );
    expect(outline(ui(element))).to.equal(outline(ui(fresh)));
  });

  it('goes on with the card: a later minute changes what it says', async () => {
    const server = await drawn('card', { id: 'office' }, { now: MORNING });
    const element = await put(
      server.replace('<handrail-service-card', `<handrail-service-card now="${MORNING}"`),
    );
    const number = element.querySelector('[href="tel:+442079460123"]');
    element.setAttribute('now', '2026-11-23T22:15:00Z');
    await element.updateComplete;
    expect(element.textContent).to.contain('Closed, opens at 9am').and.not.contain('Open now');
    expect(element.contains(number)).to.equal(true);
    expect(number?.closest('li')?.dataset['state']).to.equal('closed');
    element.setAttribute('src', '/test/examples/services.json#always');
    await element.updateComplete;
    expect(element.querySelector('h3')?.textContent).to.equal('Night and day line');
    expect(element.querySelectorAll('article').length).to.equal(1);
    expect(element.textContent).not.to.contain('Riverside House');
  });

  it('shows the server’s card for as long as the service cannot be had', async () => {
    const server = await drawn(
      'card',
      { id: 'office' },
      { now: MORNING, src: '/nowhere.json#office' },
    );
    const element = await put(server);
    expect(element.querySelector('h3')?.textContent).to.equal('Riverside advice');
    expect(element.textContent).to.contain('We could not load the latest details');
  });

  it('keeps what was typed and ticked in a form, and its nodes', async () => {
    const server = await drawn(
      'form',
      {},
      { action: '/requests', formats: 'braille large-print other' },
    );
    const element = await place(server);
    const control = (selector: string): HTMLInputElement => {
      const found = element.querySelector<HTMLInputElement>(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return found;
    };
    const before = [...element.querySelectorAll('input, label, legend, button, textarea')];
    element.addEventListener('submit', (event) => event.preventDefault());
    control('[value=other]').checked = true;
    control('[name=notes]').value = 'Please ring';
    control('[name=name]').value = 'Pat';
    control('details:has([name=name])').setAttribute('open', '');
    control('[name=name]').focus();
    await element.updateComplete;
    await element.updateComplete;
    expect(gone(before, element)).to.deep.equal([]);
    expect(control('[value=other]').checked).to.equal(true);
    expect(control('[name=notes]').value).to.equal('Please ring');
    expect(control('[name=name]').value).to.equal('Pat');
    expect(document.activeElement === control('[name=name]')).to.equal(true);
    // Whoever has opened a fold finds it open.
    expect(control('details:has([name=name])').hasAttribute('open')).to.equal(true);
    expect(control('[name=format-other]').closest('[hidden]') === null).to.equal(true);
    expect(control('[name=large-print-size]').closest('[hidden]') === null).to.equal(false);
    control('[value=large-print]').click();
    await element.updateComplete;
    expect(control('[name=large-print-size]').closest('[hidden]') === null).to.equal(true);
    await replyFile();
    control('[type=submit]').click();
    await element.updateComplete;
    await element.updateComplete;
    expect(element.querySelectorAll('.handrail-summary').length).to.equal(1);
  });

  for (const [kind, query, options] of [
    ['card', { id: 'office' }, { now: MORNING }],
    ['form', {}, { action: '/requests', email: 'a@council.example' }],
  ] as const) {
    it(`moves nothing on the page: ${kind}`, async () => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'inline-size: 40rem; block-size: 60rem; border: 0';
      frame.src = address(kind, { ...query, page: '1' }, options);
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const { contentWindow: view, contentDocument: page } = frame;
      if (!view || !page) throw new Error('The page did not load.');
      const frames = (): Promise<unknown> =>
        new Promise((resolve) =>
          view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)),
        );
      await frames();
      const element = page.querySelector<HandrailElement>(
        'handrail-service-card, handrail-format-request',
      );
      if (!element) throw new Error('There is no element.');
      if (kind === 'card') element.setAttribute('now', MORNING);
      const before = [...element.querySelectorAll('[data-handrail-ui], [data-handrail-ui] *')];
      const places = before.map(box);
      const below = page.getElementById('after')?.getBoundingClientRect().top;
      const shifts: PerformanceEntry[] = [];
      const { PerformanceObserver: Observer } = view as unknown as typeof globalThis;
      if (Observer.supportedEntryTypes.includes('layout-shift')) {
        new Observer((list) => shifts.push(...list.getEntries())).observe({
          type: 'layout-shift',
          buffered: true,
        });
      }
      const script = page.createElement('script');
      script.type = 'module';
      script.src = '/src/define.ts';
      const ready = new Promise((resolve) => script.addEventListener('load', resolve));
      page.head.append(script);
      await ready;
      await element.updateComplete;
      await frames();
      expect(element.matches(':defined')).to.equal(true);
      expect(element.querySelector('[data-handrail-ui="html"]')).to.equal(null);
      expect(gone(before, element)).to.deep.equal([]);
      const moved = before.filter((node, index) => box(node) !== places[index]);
      expect(moved.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
      expect(page.getElementById('after')?.getBoundingClientRect().top).to.equal(below);
      expect(shifts).to.deep.equal([]);
      frame.remove();
    });
  }
});
