import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { FORMATS } from '../../src/format-request/schema/choices.ts';
import { renderCard, renderForm, renderReceipt, styles } from '../../src/render/index.ts';
import type { Service, ServicesFile } from '../../src/service/service.ts';
import { form, receiver } from './receiver-helpers.ts';

const now = new Date('2026-11-23T10:00:00Z');
const { services } = JSON.parse(
  readFileSync(new URL('../examples/services.json', import.meta.url), 'utf8'),
) as ServicesFile;

function service(id: string): Service {
  const found = services.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
}

const RECEIPT = {
  reference: 'K7M4-PX3T',
  receivedAt: '2026-11-23T10:00:00.000Z',
  replyBy: '2026-11-30',
  replyWithin: 5,
} as const;

/** Every value of an attribute. */
function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}

/** What a page says, without its tags. */
function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

/** Checks that ids are there once, that what points at one finds it, and that every tag is closed. */
function checkHtml(whole: string): void {
  // What stands in the element's own start tag points at nothing.
  const html = whole.replace(/^<[^>]*>/, '<main>').replace(/<\/[^>]*>$/, '</main>');
  const ids = values(html, 'id');
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const name of ['for', 'aria-describedby', 'aria-labelledby'])
    for (const id of values(html, name).flatMap((list) => list.split(' ')))
      assert.ok(ids.includes(id), id);
  const open: string[] = [];
  for (const [, end, name = '', self] of html.matchAll(/<(\/?)([\w-]+)[^>]*?(\/?)>/g)) {
    if (self || /^(input|br|wbr)$/.test(name)) continue;
    if (end) assert.equal(open.pop(), name);
    else open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(html, /lit\$|lit-part|<\?|<!--|undefined|\[object/);
}

const LANGUAGES = [
  ['en', 'en-GB', 'ltr', 'Open now, closes at 5pm', 'Send request', 'Request received'],
  ['cy', 'cy', 'ltr', 'Ar agor nawr, yn cau am 17:00', 'Anfon y cais', 'Rydym wedi cael eich cais'],
  ['ar', 'ar', 'rtl', '17:00', 'إرسال الطلب', 'تم استلام الطلب'],
] as const;

describe('A card that a server draws', () => {
  for (const [language, tag, dir, open] of LANGUAGES) {
    test(`says in ${language} what the record says, and which language that is`, () => {
      const html = renderCard(service('office'), { language, now, services });
      assert.ok(words(html).includes(open), words(html));
      assert.match(html, /^<handrail-service-card><div data-handrail-ui="html"/);
      assert.ok(html.includes(` lang="${tag}" dir="${dir}">`));
      checkHtml(html);
    });
  }

  test('is in English where the language is none that Handrail speaks', () => {
    for (const language of ['', 'fr', 'x', '"><script>'])
      assert.match(renderCard(service('office'), { language, now }), /Open now, closes at 5pm/);
  });

  const REQUEST_STATES: [string, string, string, RegExp][] = [
    ['always open', 'always', '2026-11-23T03:00:00Z', /Open 24 hours a day/],
    ['closed', 'office', '2026-11-23T22:15:00Z', /Closed, opens at 9am tomorrow/],
    ['on old facts', 'stale', '2026-11-23T10:00:00Z', /Check opening times before you rely/],
    ['masked', 'refuge', '2026-11-23T10:00:00Z', /We do not show the address/],
    ['on a bank holiday', 'holiday', '2026-12-25T10:00:00Z', /Bank holiday: hours may differ/],
  ];
  for (const [name, id, instant, expected] of REQUEST_STATES) {
    test(`says what holds at an instant: ${name}`, () => {
      const html = renderCard(service(id), { now: new Date(instant) });
      assert.match(words(html), expected);
      checkHtml(html);
    });
  }

  test('is not there for a service that does not run, and says so', () => {
    for (const status of ['defunct', 'inactive'] as const) {
      const html = renderCard({ ...service('office'), status }, { now });
      assert.doesNotMatch(html, /<article|020 7946/);
      assert.match(words(html), /This service may not be running/);
    }
    assert.match(
      words(renderCard({ ...service('office'), status: 'temporarily closed' }, { now })),
      /Temporarily closed/,
    );
  });

  test('has the heading, the places and the links that its options say', () => {
    const html = renderCard(service('office'), {
      now,
      headingLevel: 2,
      hideAddress: true,
      src: '/services.json#office',
      mapUrl: '',
      id: 'second',
    });
    assert.match(html, /<h2 id="second-name"/);
    assert.match(
      html,
      /^<handrail-service-card src="\/services.json#office" heading-level="2" hide-address="" map-url="">/,
    );
    assert.doesNotMatch(html, /1 Example Street|>Map</);
  });

  test('has a hostile record as text and nothing else', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='x <!-- <?`;
    const hostile = {
      ...service('office'),
      id: evil,
      name: evil,
      alternateName: evil,
      alert: evil,
      organization: evil,
      description: `${evil}\n\n${evil}`,
      inLanguage: evil,
      cost: evil,
      channels: [
        { kind: 'voice', value: evil, label: evil },
        { kind: 'website', value: 'javascript:alert(1)' },
      ],
      languages: [{ code: evil, name: evil }],
      places: [{ name: evil, address: evil, postcode: evil }],
      worksWith: [{ id: 'x', name: evil, url: 'javascript:alert(1)' }],
    } as Service;
    const html = renderCard(hostile, {
      now,
      src: evil,
      notice: evil,
      mapUrl: `javascript:${evil}`,
    });
    assert.doesNotMatch(html, /<script|<img|<!--|<\?|href="javascript:alert\(1\)"/i);
    const names = [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
      [...tag.replace(/"[^"]*"/g, '""').matchAll(/ ([\w-]+)(?==|[ />])/g)].map(([, name]) => name),
    );
    assert.ok(!names.some((name) => name?.startsWith('on')), names.join(' '));
  });

  test('leaves out a record that cannot be drawn, with a word about it', (context) => {
    const warned = context.mock.method(console, 'warn', () => undefined);
    const broken = { ...service('office'), channels: [{ kind: 'voice', value: Symbol('x') }] };
    const html = renderCard(broken as unknown as Service, { now });
    assert.match(html, /^<handrail-service-card>/);
    if (!html.includes('<article')) assert.equal(warned.mock.callCount(), 1);
  });
});

describe('A form that a server draws', () => {
  for (const [language, , , , button] of LANGUAGES) {
    test(`posts as it stands, in ${language}`, () => {
      const html = renderForm({ action: '/requests', language, now });
      assert.match(html, /<form method="post" action="\/requests" autocomplete="off" novalidate/);
      assert.match(html, new RegExp(`<input type="hidden" name="_lang" value="${language}">`));
      assert.ok(words(html).includes(button));
      assert.doesNotMatch(html, / hidden(?=[ >])/);
      checkHtml(html);
    });
  }

  test('says of no box that more is folded behind it, where all is in sight', () => {
    assert.deepEqual(values(renderForm({ action: '/requests', now }), 'aria-expanded'), []);
  });

  test('asks and says what its options say, and hands them to the element', () => {
    const html = renderForm({
      action: 'https://forms.example/requests?a=1&b=2',
      now,
      pageUrl: 'https://council.example/statement',
      documents: [
        { title: 'The plan', url: 'https://council.example/plan.pdf', type: 'PDF', size: '1MB' },
      ],
      replyDays: 10,
      division: 'scotland',
      closures: '2026-11-24',
      cutOff: '9:00',
      organisation: 'Example Council',
      email: 'formats@council.example',
      phone: '020 7946 0456',
      complaintsUrl: '/complain',
      enforcementUrl: 'https://enforcer.example/',
      privacyUrl: 'privacy',
      formats: 'braille:12 other',
      contactWays: 'email',
      standing: true,
      purpose: 'statement',
      headingLevel: 3,
      hidden: { _key: 'one' },
      id: 'mine',
    });
    const said = words(html);
    for (const part of [
      '10 working days',
      'Usually takes us 12 working days to make',
      'PDF, 1MB',
      'Use this for everything',
      'Report a problem',
    ])
      assert.ok(said.includes(part), part);
    assert.match(html, /href="https:\/\/council.example\/privacy"/);
    assert.match(html, /href="https:\/\/enforcer.example\/"/);
    assert.match(html, /name="contact-by" value="email"/);
    assert.match(
      html,
      /name="document" value="https:\/\/council.example\/plan.pdf The plan" checked/,
    );
    assert.deepEqual(values(html, 'name').filter((name) => name === 'format').length, 2);
    assert.match(
      html,
      /^<handrail-format-request reply-days="10" division="scotland" closures="2026-11-24" cut-off="9:00" /,
    );
    assert.match(
      html,
      / formats="braille:12 other" contact-ways="email" standing="" purpose="statement" heading-level="3">/,
    );
    assert.ok(values(html, 'id').every((id) => id.startsWith('mine')));
    checkHtml(html);
  });

  test('says what is wrong with an option, and goes on without it', (context) => {
    const warned = context.mock.method(console, 'warn', () => undefined);
    const html = renderForm({
      action: '/',
      now,
      replyDays: 500,
      privacyUrl: 'javascript:alert(1)',
      email: 'x',
    });
    assert.match(words(html), /5 working days/);
    assert.doesNotMatch(html, /href="javascript/);
    assert.ok(warned.mock.callCount() >= 2);
  });

  test('has hostile options as text and nothing else', () => {
    const evil = `"><script>alert(1)</script>`;
    const html = renderForm({
      action: evil,
      now,
      organisation: evil,
      phone: evil,
      id: 'a',
      documents: [{ title: evil, url: `https://a.example/${evil}`, type: evil, lang: evil }],
      hidden: { [evil]: evil },
    });
    assert.doesNotMatch(html, /<script/);
    checkHtml(html);
  });
});

describe('A receipt that a server draws', () => {
  for (const [language, , , , , heading] of LANGUAGES) {
    test(`has the reference and the date, in ${language}`, () => {
      const html = renderReceipt(RECEIPT, {
        language,
        organisation: 'A <Council>',
        headingLevel: 1,
      });
      assert.match(html, new RegExp(`<h1><span>${heading}</span></h1>`));
      assert.match(html, /<strong class="handrail-reference" dir="ltr"\s*>K7M4-PX3T<\/strong/);
      assert.match(html, /<time datetime="2026-11-30">/);
      assert.match(html, /<bdi>A &lt;Council&gt;<\/bdi>/);
      checkHtml(html);
    });
  }
});

describe('Drawing for several people at once', () => {
  test('keeps to each one’s language, also where drawing throws in between', async () => {
    const draw = async (language: string, expected: string): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        assert.ok(words(renderForm({ action: '/', language, now })).includes(expected), language);
        assert.throws(() => renderForm({ action: '/', language, now, documents: [null as never] }));
      }
    };
    await Promise.all(LANGUAGES.map(([language, , , , button]) => draw(language, button)));
  });
});

describe('The receiver’s page and the element’s form', () => {
  /** Each control and message with its class, id, name and label, in the order of the page. */
  const outline = (html: string): string[] =>
    [...html.matchAll(/<(input|textarea|label|legend|fieldset|button|div|span)([^>]*)>([^<]*)/g)]
      .map(([, tag = '', attributes = '', text = '']) => {
        const kept = ['class', 'id', 'name', 'type', 'for'].flatMap((name) =>
          values(attributes, name).map((value) => `${name}=${value.trim()}`),
        );
        return [tag, ...kept, text.replace(/\s+/g, ' ').trim()].join(' ').trim();
      })
      .filter((line) => !/error|handrail-summary|type=hidden|visually-hidden/.test(line));

  test('are the same: classes, ids, labels, hints, in the same order', async () => {
    const options = { formats: [...FORMATS], clock: () => now };
    const wrong = await receiver(options)(form([['name', '']]));
    const page = (await wrong.text()).replace(/<h1>[^]*?<\/h1>/, '');
    const element = renderForm({
      action: '/requests',
      now,
      formats: FORMATS.join(' '),
      organisation: 'Example Council',
      email: 'help@council.example',
      phone: '020 7946 0123',
    });
    const [from, to] = [outline(page), outline(element)];
    assert.ok(to.length > 100);
    assert.deepEqual(
      from.filter(
        (line) => line !== 'span There is a problem' && !/^span (Choose|Enter)/.test(line),
      ),
      to,
    );
  });

  test('have one style: the receiver’s sheet holds the element’s', async () => {
    const sheet = await (
      await receiver()(new Request('https://council.example/requests/style.css'))
    ).text();
    assert.match(sheet, /handrail-format-request[^{]*:where\(\.handrail-fieldset\)/);
    for (const part of ['handrail-format-request', 'handrail-service-card', ':has(:checked)'])
      assert.ok(styles.includes(part));
  });
});
