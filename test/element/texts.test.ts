import { expect } from '@open-wc/testing';
import {
  answer,
  hold,
  json,
  page,
  send,
  settled,
  show as showForm,
  tick,
  type,
  until,
  warnings,
} from './format-request-page.ts';
import { clear, show as showExit } from './quick-exit.helper.ts';
import { put, show as showCard } from './service-card.helper.ts';
import { latinWords, Replaced } from './texts.helper.ts';
import { FORMATS } from '../../src/format-request/schema/choices.ts';
import type { FormatRequest } from '../../src/format-request/format-request.ts';
import type { QuickExit } from '../../src/quick-exit/quick-exit.ts';
import type { Service } from '../../src/service/service.ts';

const ui = (element: Element): Element | null => element.querySelector('[data-handrail-ui]');

describe('Every string of the quick exit can be replaced', () => {
  afterEach(clear);

  async function show(inner?: string): Promise<[QuickExit, Replaced]> {
    const replaced = new Replaced();
    const element = await showExit('', inner);
    element.texts = replaced.texts;
    await element.updateComplete;
    return [element, replaced];
  }

  it('as it stands, and its name for people who listen', async () => {
    const before = document.createElement('p');
    before.innerHTML = '<a href="/1">1</a><a href="/2">2</a>';
    document.body.prepend(before);
    const [element, replaced] = await show();
    before.remove();
    expect(latinWords(ui(element))).to.deep.equal([]);
    expect(element.getAttribute('aria-label')).to.equal('◆');
    expect(document.querySelector('.handrail-exit-early')?.textContent).to.equal('◆ Leave now');
    expect(ui(element)?.getAttribute('lang')).to.equal('fr');
    expect(replaced.unlisted('handrail-quick-exit')).to.deep.equal([]);
  });

  it('without a link of its author’s', async () => {
    const [element] = await show('');
    element.remove();
    const other = document.createElement('handrail-quick-exit');
    other.texts = new Replaced().texts;
    document.body.append(other);
    await other.updateComplete;
    expect(latinWords(ui(other))).to.deep.equal([]);
    expect(other.querySelector('a')?.textContent).to.equal('◆');
  });

  it('while its shortcut is pressed, and once that has expired', async () => {
    const [element, replaced] = await show();
    for (const [presses, late] of [
      [1, false],
      [2, false],
      [0, true],
    ] as const) {
      element.pressed(presses, late);
      await element.updateComplete;
      expect(latinWords(ui(element)), `after ${String(presses)}`).to.deep.equal([]);
    }
    expect(element.querySelector('[role=status]')?.textContent).to.equal('◆');
    element.shortcut = 'escape';
    await element.updateComplete;
    expect(latinWords(ui(element))).to.deep.equal([]);
    expect(replaced.unlisted('handrail-quick-exit')).to.deep.equal([]);
  });

  it('while it leaves', async () => {
    const guard = {
      leave: () => undefined,
      hold: () => undefined,
      spoken: { textContent: '', lang: '' },
    };
    window.handrailGuard = guard;
    await show();
    expect(guard.spoken).to.deep.equal({ textContent: '◆', lang: 'fr' });
    delete window.handrailGuard;
  });
});

describe('Texts', () => {
  afterEach(clear);

  /** What the console is told until a sentence of it fits. */
  async function told(expected: RegExp): Promise<string[]> {
    await until(() => warnings.some((each) => expected.test(each)), String(expected));
    return warnings.filter((each) => each.includes('texts'));
  }

  it('that name no sentence of ours are named once, with the nearest, and the rest holds', async () => {
    const element = await showExit(
      `texts='{"Opens {host}.": "Leads to {host}.", "Emergency:": "Urgent:"}'`,
    );
    const found = await told(/no sentence "Opens \{host\}\." .* "Opens \{1\}\."\?/);
    element.requestUpdate();
    await element.updateComplete;
    expect(found.length).to.equal(1);
    expect(element.textContent).to.contain('Opens bbc.co.uk.').and.to.contain('Urgent:');
  });

  for (const [what, written, expected] of [
    ['are no JSON', '{Emergency: 1}', /needs JSON in texts/],
    ['are no object', '["Emergency:"]', /takes texts as an object/],
    ['hold no text', '{"Emergency:": {"a": 1}, "Opens {1}.": ""}', /needs text in texts/],
  ] as const)
    it(`that ${what} leave the usual words, and a sentence on the console`, async () => {
      const element = await showExit(`texts='${written}'`);
      expect(element.textContent).to.contain('Opens bbc.co.uk.').and.to.contain('Emergency:');
      await told(expected);
    });
});

describe('Every string of the request form can be replaced', () => {
  const DOCUMENTS = Array.from(
    { length: 21 },
    (_, index) => `<li><a href="/${String(index)}.pdf">Έγγραφο ${String(index)}</a></li>`,
  ).join('');
  const SETTINGS = `purpose="statement" links standing formats="${FORMATS.map((slug) => `${slug}:9`).join(' ')}"
    organisation="Δήμος" email="a@b.example" phone="020 7946 0456" privacy-url="/privacy" complaints-url="/complain"`;
  /** Kinds of documents and units, which a page's links say themselves. */
  const left = (element: Element): string[] =>
    latinWords(ui(element), ...page.querySelectorAll('[data-handrail-ask]')).filter(
      (word) => !/^(PDF|EPUB|Word|RTF)$/.test(word),
    );
  let replaced: Replaced;

  async function show(
    more = '',
    around = `<ul>${DOCUMENTS}<li><a href="/0.docx">Έγγραφο 0</a></li></ul>`,
  ): Promise<FormatRequest> {
    replaced = new Replaced();
    const element = await showForm(`${SETTINGS} ${more}`, undefined, around);
    element.texts = replaced.texts;
    await settled(element);
    document.title = 'Σελίδα';
    return element;
  }

  afterEach(() => expect(replaced.unlisted('handrail-format-request')).to.deep.equal([]));

  async function answered(element: FormatRequest): Promise<void> {
    type(element, 'document-other', 'Σχέδιο');
    for (const slug of FORMATS) await tick(element, 'format', slug);
    type(element, 'format-other', 'Άλλο');
    type(element, 'language-name', 'Ελληνικά');
    await tick(element, 'contact-by', 'email');
    type(element, 'email', 'sam@gmial.com');
    type(element, 'address', 'Αθήνα');
    type(element, 'phone', '07700 900123');
    type(element, 'name', 'Σαμ');
    await element.updateComplete;
  }

  it('empty, and with everything asked that it can ask', async () => {
    const element = await show();
    expect(left(element)).to.deep.equal([]);
    await answered(element);
    for (const box of element.querySelectorAll<HTMLInputElement>('[name=at]')) box.click();
    for (const way of ['text', 'phone', 'post', 'email']) await tick(element, 'contact-by', way);
    type(element, 'needed-by', '1/1/2030');
    type(element, 'notes', 'Ω'.repeat(1990));
    await until(() =>
      [...element.querySelectorAll('[role=status]')].some((note) =>
        note.textContent.includes('10'),
      ),
    );
    expect(element.querySelectorAll('.handrail-note:not(:empty)').length).to.be.greaterThan(1);
    expect(left(element)).to.deep.equal([]);
  });

  it('without a date to promise, without documents, and in Northern Ireland', async () => {
    const element = await show('division="northern-ireland" reply-days="1"', '');
    expect(left(element)).to.deep.equal([]);
    element.replyDays = 100;
    element.headingLevel = 4;
    await element.updateComplete;
    expect(left(element)).to.deep.equal([]);
  });

  it('with errors, of every kind', async () => {
    const element = await show();
    send(element);
    await until(() => element.querySelector('.handrail-summary'));
    expect(left(element)).to.deep.equal([]);
    expect(latinWords(document.querySelector('title'))).to.deep.equal([]);
    const problems = [
      'document-missing',
      'documents-too-many',
      'format-missing',
      'format-unknown',
      'format-other-missing',
      'contact-missing',
      'email-missing',
      'email-malformed',
      'phone-missing',
      'phone-malformed',
      'address-missing',
      'too-long',
    ].map((code) => ({ field: 'notes', code, excess: 3 }));
    await answered(element);
    answer(json(422, { problems }));
    send(element);
    await until(() => element.querySelectorAll('.handrail-summary li').length > 5);
    expect(left(element)).to.deep.equal([]);
  });

  it('while it sends, tries again, and where it fails', async () => {
    const element = await show();
    await answered(element);
    const finish = hold();
    const status = element.querySelector('.handrail-status');
    send(element);
    await until(() => status?.textContent.trim());
    expect(left(element)).to.deep.equal([]);
    finish(json(503, {}));
    await until(() => element.querySelector('.handrail-other-ways') ?? finish(json(503, {})));
    expect(left(element)).to.deep.equal([]);
    for (const code of [400, 429]) {
      const other = await show();
      await answered(other);
      answer(json(code, {}));
      send(other);
      await until(() => other.querySelector('.handrail-other-ways'));
      expect(left(other), String(code)).to.deep.equal([]);
    }
  });

  it('while the device is offline, and after', async () => {
    const element = await show();
    await answered(element);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    send(element);
    await until(() => element.querySelector('.handrail-status')?.textContent.trim());
    expect(left(element)).to.deep.equal([]);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await element.updateComplete;
    expect(left(element)).to.deep.equal([]);
  });

  for (const replyBy of ['2026-11-30', null])
    it(`on its receipt, with ${replyBy === null ? 'no date' : 'a date'}`, async () => {
      const element = await show();
      await answered(element);
      await tick(element, 'audio-type', 'cd');
      await tick(element, 'braille-grade', 'contracted');
      for (const box of element.querySelectorAll<HTMLInputElement>('[name=standing]')) box.click();
      const finish = hold();
      send(element);
      await until(() => element.querySelector('.handrail-status')?.textContent.trim());
      type(element, 'name', 'Αλέξ');
      finish(
        json(201, {
          reference: '1234-5678',
          receivedAt: '2026-11-23T10:00:00Z',
          replyBy,
          replyWithin: 5,
        }),
      );
      await until(() => element.querySelector('.handrail-receipt'));
      expect(left(element)).to.deep.equal([]);
    });
});

describe('Every string of the service card can be replaced', () => {
  /** What a record says in its own words, which are nobody's of ours. */
  const OWN =
    /^(name|description|label|cost|organization|hoursDescription|confidentialityLimits|notes?|address|postcode|requiredDocuments|transport|notice|who|time|text|languages|by)$/;

  function greek(value: unknown, own = false): unknown {
    if (typeof value === 'string')
      return own || /^[\d ]+ask/.test(value)
        ? value.replace(/<[^>]*>/g, '').replace(/[A-Za-z]/g, 'λ')
        : value;
    if (Array.isArray(value)) return value.map((each) => greek(each, own));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, greek(each, OWN.test(key))]),
    );
  }

  const INSTANTS = [
    '2026-11-23T10:00:00Z',
    '2026-11-22T22:15:00Z',
    '2026-12-25T10:00:00Z',
    '2029-06-01T10:00:00Z',
  ];

  // A browser's own word for a month is in the language that the author names.
  it('for every record of the examples, by day, at night, on a holiday and years later', async () => {
    const response = await fetch('/test/examples/services.json');
    const { services } = greek(await response.json()) as { services: Service[] };
    const replaced = new Replaced();
    for (const service of services)
      for (const now of INSTANTS) {
        const card = await showCard(service, { now, attributes: 'keep json-ld' });
        card.texts = replaced.texts;
        await card.updateComplete;
        expect(
          latinWords(card.querySelector('[data-handrail-ui]')).filter((word) => word !== 'mois'),
          `${service.id} ${now}`,
        ).to.deep.equal([]);
      }
    expect(replaced.unlisted('handrail-service-card')).to.deep.equal([]);
  });

  it('for all that a record can say', async () => {
    const replaced = new Replaced();
    const flags = {
      showsOnBill: false,
      recorded: false,
      voicemail: false,
      numberSeen: false,
      safeToText: false,
      anonymous: false,
    };
    const not = Object.fromEntries(
      Object.keys(flags).map((key) => [key, true]),
    ) as unknown as typeof flags;
    const kinds = ['voice', 'text', 'textphone', 'bsl', 'webchat', 'email', 'website'] as const;
    const access = Object.fromEntries(
      [
        'stepFree',
        'hearingLoop',
        'accessibleToilet',
        'quietSpace',
        'accessibleParking',
        'parking',
        'lift',
        'changingPlace',
        'bsl',
      ].map((key) => [key, true]),
    );
    for (const [index, own] of [flags, not].entries()) {
      const service = {
        name: 'Λ',
        free: true,
        channels: kinds.map((kind) => ({
          kind,
          value: /email/.test(kind)
            ? 'a@b.example'
            : /web/.test(kind)
              ? 'https://a.example/'
              : '020 7946 0123',
          privacy: own,
          relay: [{ kind: 'relay-uk' }],
        })),
        safety: { policeRequired: index === 0 },
        eligibility: [
          { minimumAge: 16, maximumAge: 25, gender: 'female' },
          { minimumAge: 18, gender: 'male' },
          { maximumAge: 12, gender: 'non-binary' },
        ],
        interpreters: { free: true, arrange: true },
        places: [
          { masked: true },
          { name: 'Λ', access },
          { access: index === 0 ? {} : { stepFree: false } },
        ],
        wait: { accepting: false },
        ...(index === 0 ? {} : { status: 'temporarily closed' }),
      } as unknown as Partial<Service>;
      const card = await showCard(service, { attributes: 'keep' });
      card.texts = replaced.texts;
      await card.updateComplete;
      // Firefox opens a window for a file, which keeps the focus from the tests that follow.
      const value = (): void => undefined;
      Object.defineProperty(HTMLAnchorElement.prototype, 'click', { configurable: true, value });
      for (const button of card.querySelectorAll('button')) button.click();
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      await card.updateComplete;
      expect(latinWords(ui(card))).to.deep.equal([]);
    }
    expect(replaced.unlisted('handrail-service-card')).to.deep.equal([]);
  });

  it('where there is nothing to show, or nothing that runs any more', async () => {
    for (const service of [{ status: 'defunct' as const }, {}]) {
      const card = await showCard(service);
      card.texts = new Replaced().texts;
      await card.updateComplete;
      expect(latinWords(ui(card)).filter((word) => !/^(A|service)$/.test(word))).to.deep.equal([]);
    }
    const missing = await put(
      '<handrail-service-card src="/test/examples/none.json#a"></handrail-service-card>',
    );
    missing.texts = new Replaced().texts;
    await missing.updateComplete;
    expect(latinWords(ui(missing))).to.deep.equal([]);
  });
});
