import { expect } from '@open-wc/testing';
import { serviceCard } from '../examples/service-card.ts';
import { example, facts, file, put, show, state, ways, words } from './service-card.helper.ts';

const OFFICE = [
  { byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '09:00', closesAt: '17:00' },
] as const;
const ALWAYS = [
  { byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opensAt: '00:00', closesAt: '00:00' },
] as const;

describe('A service card without JavaScript', () => {
  for (const { name, html } of serviceCard) {
    it(`is the author's own heading and words: ${name}`, () => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      expect(page.querySelector('handrail-service-card h3')?.textContent).not.to.equal('');
    });
  }
});

describe('A service card, for whoever reads or hears it', () => {
  it('is one article with one heading, at the level of the heading it takes the place of', async () => {
    const card = await put(
      '<handrail-service-card src="/test/examples/services.json#always"><h4>A line</h4></handrail-service-card>',
    );
    expect(card.querySelectorAll('article')).to.have.lengthOf(1);
    const headings = [...card.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
      (heading) => heading.checkVisibility(),
    );
    expect(headings.map(({ localName, textContent }) => [localName, textContent])).to.deep.equal([
      ['h4', 'Night and day line'],
    ]);
  });

  it('has the heading level that a page asks for', async () => {
    const card = await show({}, { attributes: 'heading-level="2"' });
    expect(words(card.querySelector('h2'))).to.equal('A service');
    card.headingLevel = 5;
    await card.updateComplete;
    expect(words(card.querySelector('h5'))).to.equal('A service');
  });

  it('is in the order of need: the number, who it is for, the cost, privacy, then the rest', async () => {
    const card = await example('A line that is always open');
    const text = words(card);
    const order = [
      'Night and day line',
      'Open 24 hours a day',
      '0808 157 0123',
      'Who it is for',
      'Cost',
      'You do not have to tell the police',
      'Somebody to talk to, at any hour.',
      'Opening times',
      'Checked Sunday 1 November 2026.',
    ].map((part) => text.indexOf(part));
    expect(order).not.to.include(-1);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });

  it('links a number by the name that is written, and spells it out after it', async () => {
    const card = await example('A line that is always open');
    const link = card.querySelector('li a');
    expect(link?.getAttribute('href')).to.equal('tel:08081570123');
    expect(words(link)).to.equal('0808 157 0123');
    expect(link?.getAttribute('aria-label')).to.equal(null);
    const description = card.querySelector<HTMLElement>(
      `#${link?.getAttribute('aria-describedby') ?? ''}`,
    );
    expect(description?.textContent).to.equal('0 8 0 8 1 5 7 0 1 2 3');
    expect(description?.checkVisibility()).to.equal(false);
  });

  it('bears the name of its service, and shares no id with another card', async () => {
    const cards = [
      await example('A line that is always open'),
      await example('A line that is always open'),
    ];
    for (const card of cards) {
      const article = card.querySelector('article');
      expect(
        card.querySelector(`#${article?.getAttribute('aria-labelledby') ?? ''}`)?.localName,
      ).to.equal('h3');
    }
    const ids = cards.flatMap((card) => [...card.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids).to.have.lengthOf(new Set(ids).size).and.above(3);
  });

  it('keeps the order of a number on a right-to-left page', async () => {
    const card = await example('A line that is always open');
    expect(card.querySelector('li a bdi')?.getAttribute('dir')).to.equal('ltr');
  });

  it('names languages in themselves, marked as such', async () => {
    const card = await example('A service with interpreters and relays');
    const named = [...card.querySelectorAll<HTMLElement>('bdi[lang]')].map((name) => [
      name.lang,
      name.textContent,
    ]);
    for (const pair of [
      ['ur', 'اردو'],
      ['pl', 'Polski'],
      ['so', 'Soomaali'],
      ['ar', 'العربية'],
      ['cy', 'Cymraeg'],
      ['ti', 'ትግርኛ'],
      ['en', 'Oromo'],
    ]) {
      expect(named).to.deep.include(pair);
    }
    expect(facts(card, 'Languages')[0]).to.include('British Sign Language');
    expect(facts(card, 'Interpreters')[0]).to.include('Oromo (on Tuesdays)');
    expect(facts(card, 'Interpreters')[0]).not.to.match(/\(\s*\)/);
  });

  it('marks the words of a record that is in another language than the page', async () => {
    const card = await show({ name: 'Llinell', description: 'Rhywun i siarad', inLanguage: 'cy' });
    expect(card.querySelector('h3')?.lang).to.equal('cy');
    expect(card.querySelector<HTMLElement>('.handrail-card-text')?.lang).to.equal('cy');
    const english = await show({ organization: 'A trust' });
    expect(english.querySelector('article [lang]')).to.equal(null);
  });

  it('keeps the focus where somebody has it on the number that the card replaces', async () => {
    const card = await put(
      '<handrail-service-card><p>Call <a href="tel:02079460123">020 7946 0123</a></p></handrail-service-card>',
    );
    card.querySelector('a')?.focus();
    card.service = { id: 'a', name: 'A', channels: [{ kind: 'voice', value: '020 7946 0123' }] };
    await card.updateComplete;
    expect(document.activeElement).to.equal(card.querySelector('li a'));
  });

  it('keeps it on the same one of several numbers, and on the first where there is no such one', async () => {
    for (const [number, place] of [
      ['020 7946 0456', 1],
      ['020 7946 0789', 0],
    ] as const) {
      const card = await put(
        `<handrail-service-card><a href="tel:${number.replaceAll(' ', '')}">${number}</a></handrail-service-card>`,
      );
      card.querySelector('a')?.focus();
      const channels = ['020 7946 0123', '020 7946 0456'].map((value) => ({
        kind: 'voice' as const,
        value,
      }));
      card.service = { id: 'a', name: 'A', channels };
      await card.updateComplete;
      expect(document.activeElement).to.equal(card.querySelectorAll('li a')[place]);
    }
  });

  it('is drawn once, with all that its service says, so that nothing below it jumps', async () => {
    const card = await put('<handrail-service-card><p>By the page</p></handrail-service-card>');
    const drawn: string[] = [];
    const observer = new MutationObserver(() => {
      drawn.push(words(card));
    });
    observer.observe(card, { childList: true, subtree: true });
    card.service = {
      id: 'a',
      name: 'A service',
      languages: [{ code: 'ur' }],
      requiredDocuments: ['A letter'],
      description: 'Talk to <b>us</b>',
    };
    await card.updateComplete;
    observer.disconnect();
    expect(drawn).to.have.lengthOf(1);
    expect(drawn[0]).to.include('اردو').and.include('A letter').and.include('Talk to us');
  });
});

describe('The ways to reach a service', () => {
  it('say when they are open, what they cost and what they give away', async () => {
    const card = await example('A line that is always open');
    expect(state(card)).to.equal('Open 24 hours a day');
    expect(ways(card)[0]).to.equal(
      'Phone 0808 157 0123 Free to call. Does not show on a bill. Not recorded. They do not see your number',
    );
    expect(words(card)).not.to.include('If anyone is in danger now');
  });

  it('offer Relay UK and sign language as ways of their own, with their own hours', async () => {
    const card = await example('A service with interpreters and relays');
    const links = [...card.querySelectorAll('li a')].map((link) => link.getAttribute('href'));
    expect(links).to.include('tel:1800102079460188');
    expect(ways(card).find((way) => way.startsWith('SignVideo'))).to.equal(
      'SignVideo signs.example Open now, closes at 6pm. Monday to Friday, 10am to 6pm. Hours may differ on bank holidays',
    );
    expect(ways(card).find((way) => way.startsWith('Relay UK'))).to.include('18001');
    expect(ways(card).find((way) => way.startsWith('Textphone'))).to.include('020 7946 0189');
  });

  it('begin with those that somebody answers now', async () => {
    const card = await example('A service for young people, each way with its own hours');
    expect(ways(card).map((way) => way.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'Online chat',
      'Text message',
      'Phone 020',
    ]);
    expect(ways(card)[0]).to.include('Open now, closes at 10pm');
    expect(ways(card)[1]).to.include('Shows on a bill');
    expect(ways(card)[1]).to.include('They say that it is safe to text');
    expect(ways(card)[2]).to.include('Closed, opens at midday tomorrow');
    expect(card.querySelector('li:nth-child(2) a')?.getAttribute('href')).to.equal(
      'sms:+447700900123',
    );
  });

  it('put the line of the organisation that is open first when its service is closed', async () => {
    const card = await example('An office that is closed, at night');
    const [first, second] = ways(card);
    expect(first).to.include('Riverside Trust: Night line 0808 157 0199 Open 24 hours a day');
    expect(second).to.include('020 7946 0123 Closed, opens at 9am tomorrow');
  });

  it('put one that is surely open before one whose hours nobody knows', async () => {
    const card = await show({
      schedules: OFFICE,
      channels: [
        { kind: 'voice', value: '020 7946 0111', schedules: [{ byday: ['MO'] }] },
        { kind: 'voice', value: '020 7946 0122' },
      ],
    });
    expect(ways(card)[0]).to.include('020 7946 0122 Open now');
  });

  it('claim no hours for a line of the organisation that has none of its own', async () => {
    const card = await show({
      schedules: OFFICE,
      channels: [{ kind: 'voice', value: '020 7946 0133', owner: 'organization' }],
    });
    expect(words(card)).to.include('020 7946 0133');
    expect(ways(card)[0]).not.to.include('Open now');
    expect(words(card)).to.include('call 999');
  });

  it('say to call 999 in danger when nobody is known to answer, and not when somebody does', async () => {
    const channels = [{ kind: 'voice', value: '020 7946 0123' }] as const;
    const closed = await show({ channels, schedules: OFFICE }, { now: '2026-11-23T20:00:00Z' });
    expect(words(closed)).to.include('If anyone is in danger now, call 999');
    expect(closed.querySelector('.handrail-card-emergency a')?.getAttribute('href')).to.equal(
      'tel:999',
    );
    const open = await show({ channels, schedules: OFFICE });
    expect(words(open)).not.to.include('999');
  });

  it('never link a value that is not one whole number', async () => {
    const card = await example('A record nobody has checked for years');
    expect(card.querySelector('li a')).to.equal(null);
    expect(ways(card)).to.deep.equal(['Phone 020 7946 0199 ask for Sam']);
  });

  it('never make a link that could run a script', async () => {
    const value = 'javascript:alert(1)';
    const card = await show({
      channels: [
        { kind: 'website', value },
        { kind: 'webchat', value },
        { kind: 'email', value },
        { kind: 'bsl', value },
      ],
      referral: [{ by: 'self', value }],
      worksWith: [{ name: 'Another', url: value }],
    });
    expect([...card.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal(['tel:999']);
  });

  it('are links wherever a whole number stands in a text, and nothing else is', async () => {
    const card = await show({
      alert: 'If you are under 16, call Childline on 0800 1111. In danger? Call 999 or 112.',
      description:
        'Ring 020 7946 0123 or +44 20 7946 0144. Room 101, on 101 High Street, aged 16 to 25, since 2026-11-28, £999, ref 020794601234567.',
      eligibility: [{ description: 'Ask on 0808 157 0123 first.' }],
    });
    const links = [...card.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    const emergency = 'tel:999';
    expect(links.map(({ href }) => href)).to.deep.equal([
      'tel:08001111',
      emergency,
      'tel:112',
      emergency,
      'tel:08081570123',
      'tel:+442079460123',
      'tel:+442079460144',
    ]);
    expect(words(card)).to.include(
      'Room 101, on 101 High Street, aged 16 to 25, since 2026-11-28, £999',
    );
  });

  it('say whom a number is for, and put what is for professionals last', async () => {
    const card = await show({
      schedules: ALWAYS,
      bankHolidays: 'same',
      channels: [
        { kind: 'voice', value: '020 7946 0111', for: 'professional' },
        { kind: 'voice', value: '020 7946 0122', description: 'An adviser answers.' },
      ],
    });
    const [first = '', second = ''] = ways(card);
    expect(first).to.include('020 7946 0122').and.to.include('An adviser answers.');
    expect(second).to.include('020 7946 0111').and.to.include('For professionals');
  });

  it('say so where there is none', async () => {
    expect(words(await show({}))).to.include('We have no phone number for this service');
  });
});

describe('Whether a service is open', () => {
  for (const [now, said] of [
    ['2026-11-23T10:00:00Z', 'Open now, closes at 5pm'],
    ['2026-11-23T18:00:00Z', 'Closed, opens at 9am tomorrow'],
    ['2026-11-27T18:00:00Z', 'Closed, opens at 9am on Monday 30 November 2026'],
    ['2026-11-23T07:00:00Z', 'Closed, opens at 9am'],
    ['2026-12-25T12:00:00Z', 'Bank holiday: hours may differ'],
  ] as const) {
    it(`${now}: ${said}`, async () => {
      const channels = [{ kind: 'voice', value: '020 7946 0123' }] as const;
      expect(state(await show({ channels, schedules: OFFICE }, { now }))).to.equal(said);
    });
  }

  it('is what is usual where words beside the hours say more, and the words stand above it', async () => {
    const hoursDescription = 'Term time only. Closed 12 to 2.';
    const channels = [{ kind: 'voice', value: '020 7946 0123' }] as const;
    const card = await show({ channels, schedules: OFFICE, hoursDescription });
    expect(state(card)).to.equal('Usually open now, closes at 5pm');
    const note = card.querySelector('.handrail-card-hours');
    expect(words(note)).to.equal(hoursDescription);
    expect(note?.nextElementSibling?.className).to.equal('handrail-card-state');
    expect(words(card).split('Term time only').length, 'said once').to.equal(2);
    // Nobody surely answers.
    expect(words(card)).to.include('call 999');
  });

  it('is said as it is where words beside the hours say the same', async () => {
    const hoursDescription = 'Monday to Friday, 9am to 5pm';
    const card = await show({ schedules: OFFICE, hoursDescription });
    expect(state(card)).to.equal('Open now, closes at 5pm');
    expect(card.querySelector('.handrail-card-hours') === null).to.equal(true);
  });

  it('is words alone where there are no other hours', async () => {
    const card = await show({ hoursDescription: 'Ring for an appointment' });
    expect(state(card)).to.equal('');
    expect(words(card)).to.include('Ring for an appointment');
  });

  it('is what is usual after 6 months', async () => {
    const card = await show({ schedules: OFFICE, checked: '2026-05-01' });
    expect(state(card)).to.equal('Usually open now, closes at 5pm');
  });

  it('comes from the places where they alone have hours, all the same', async () => {
    const place = { name: 'North house', schedules: OFFICE };
    expect(state(await show({ places: [place] }))).to.equal('Open now, closes at 5pm');
    const other = { name: 'South house', schedules: ALWAYS };
    expect(state(await show({ places: [place, other] }))).to.equal('Call for opening times');
  });

  it('is a plain request to call where no hours are known', async () => {
    expect(state(await show({}))).to.equal('Call for opening times');
  });

  it('says that hours may differ past the last year whose bank holidays are known', async () => {
    const card = await show(
      { schedules: OFFICE, checked: '2029-01-01' },
      { now: '2029-01-10T12:00:00Z' },
    );
    expect(state(card)).to.match(/^Hours may differ/);
  });

  it('is never said of a service that is closed for the time being', async () => {
    const card = await show({
      status: 'temporarily closed',
      schedules: ALWAYS,
      bankHolidays: 'same',
    });
    expect(state(card)).to.equal('Temporarily closed');
    expect(words(card)).to.include('call 999');
  });

  it('gives way to a warning where facts are over a year old, undated or from the future', async () => {
    const open = { schedules: ALWAYS, bankHolidays: 'same' } as const;
    for (const [checked, said] of [
      ['2025-11-22', 'Last checked more than 12 months ago, on Saturday 22 November 2025.'],
      ['', 'Nobody has said when this was last checked.'],
      ['2026-11-24', 'The date of the last check, Tuesday 24 November 2026, is still to come.'],
    ] as const) {
      const card = await show({ ...open, checked });
      expect(state(card), checked).to.equal('Check opening times before you rely on them');
      expect(words(card.querySelector('.handrail-card-checked')), checked).to.equal(said);
    }
  });

  it('is said with the date of the last check, and with its age after 6 months', async () => {
    const card = await show({ checked: '2026-05-01' });
    expect(words(card)).to.include('Last checked more than 6 months ago, on Friday 1 May 2026.');
    expect(words(await show({ checked: '2026-11-01' }))).to.include(
      'Checked Sunday 1 November 2026.',
    );
  });
});

describe('What a card says of a service', () => {
  it('is who it is for, rule by rule', async () => {
    const card = await example('A service for young people, each way with its own hours');
    expect(facts(card, 'Who it is for')).to.deep.equal([
      'Age 13 and over, women and girls',
      'Age 16 and over, men and boys',
      'Young witnesses, Age 11 and over, if it happened in the past 12 months',
      'Lambeth',
    ]);
    expect(facts(card, 'How to get help')).to.deep.equal([
      'You can contact them yourself',
      'A professional, such as a GP, can refer you: For children under 13',
      'The police cannot refer you',
    ]);
    expect(facts(card, 'Cost')).to.deep.equal(['Free']);
  });

  it('is all of its hours: each week, now and then, special days and bank holidays', async () => {
    const card = await example('An office with hours');
    expect(facts(card, 'Opening times')).to.deep.equal([
      'Monday to Friday, 9am to 5pm',
      'Not every week, next Saturday 5 December 2026, 10am to midday',
      'Not every week, next Saturday 2 January 2027, 10am to midday',
      'Thursday 24 December 2026, 9am to midday',
      'Closed on bank holidays',
    ]);
  });

  it('is a special day that is today, and none that is over', async () => {
    const today = { date: '2026-11-23', opensAt: '13:00', closesAt: '15:00' };
    const card = await show({ special: [{ date: '2026-11-22' }, today] });
    expect(facts(card, 'Opening times')).to.deep.equal(['Monday 23 November 2026, 1pm to 3pm']);
  });

  it('is no special day whose times are half known, which might be open', async () => {
    const card = await show({
      special: [
        { date: '2026-12-24', opensAt: '09:00' },
        { date: '2026-12-31', closesAt: '12:00' },
        { date: '2027-01-04' },
      ],
    });
    expect(facts(card, 'Opening times').join()).to.match(/^[^,]*4 January 2027/);
  });

  it('is each way in which a visit works', async () => {
    const card = await show({ attendance: ['drop-in', 'appointment', 'membership'] });
    expect(facts(card, 'How to get help')).to.deep.equal([
      'You can drop in',
      'By appointment',
      'For members',
    ]);
  });

  it('is access in three states: yes, no and not known', async () => {
    const [place] = facts(await example('An office with hours'), 'Where');
    expect(place).to.include('Step-free access: yes');
    expect(place).to.include('Hearing loop: no');
    expect(place).to.include('Quiet space: not known');
  });

  it('is nothing that is not known', async () => {
    const card = await show({});
    expect([...card.querySelectorAll('dt')].map(words)).to.deep.equal([]);
    expect(card.innerText).not.to.match(/undefined|null|\[object/);
  });

  it('is a wait only for 30 days after somebody said so', async () => {
    const wait = { accepting: false, description: 'About 6 weeks' };
    const said = async (date?: string) =>
      facts(await show({ wait: { ...wait, ...(date && { date }) } }), 'Waiting time');
    expect(await said('2026-10-24')).to.deep.equal([
      'Not taking on new people at present: About 6 weeks (Saturday 24 October 2026)',
    ]);
    expect(await said('2026-10-23')).to.deep.equal([]);
    expect(await said('2026-11-24')).to.deep.equal([]);
    expect(await said()).to.deep.equal([]);
  });

  it('is the name of another service in the same file that it works with', async () => {
    expect(facts(await example('An office with hours'), 'Works with')).to.deep.equal([
      'Night and day line: Somebody to talk to',
    ]);
  });

  it('is its own words with safe markup, and never a script', async () => {
    const card = await show({
      description:
        '<p onclick="x()">First <strong>bold</strong></p><script>window.hacked = 1</script><img src="/x">',
    });
    expect(card.querySelector('.handrail-card-text strong')?.textContent).to.equal('bold');
    expect(card.querySelector('.handrail-card-text :is(img, script, [onclick])')).to.equal(null);
  });
});

describe('Where a service is', () => {
  const place = { name: 'A house', address: '1 Example Street', postcode: 'SE5 9ZZ' };

  it('leads to a map and to directions that do not learn where somebody came from', async () => {
    const card = await show({ places: [place] });
    const links = [...card.querySelectorAll<HTMLAnchorElement>('dd a')];
    expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
      [
        'https://www.openstreetmap.org/search?query=1%20Example%20Street%2C%20SE5%209ZZ',
        'noreferrer',
      ],
      [
        'https://www.openstreetmap.org/directions?to=1%20Example%20Street%2C%20SE5%209ZZ',
        'noreferrer',
      ],
    ]);
  });

  it('leads to the map that a page chooses, or to none', async () => {
    const card = await show(
      { places: [place] },
      { attributes: 'map-url="https://maps.example/?at={place}" directions-url=""' },
    );
    const links = [...card.querySelectorAll<HTMLAnchorElement>('dd a')];
    expect(links.map(({ href }) => href)).to.deep.equal([
      'https://maps.example/?at=1%20Example%20Street%2C%20SE5%209ZZ',
    ]);
  });

  /** Everything that a page could give away. */
  const everything = (card: Element): string => card.outerHTML;
  const SECRETS = /Lantern House(?! refuge)|Hidden Lane|9RS|51\.47|0\.093|station/;

  it('is no more than an outcode where it is masked, in the page and in its data', async () => {
    const card = await example('A refuge whose place is masked, with JSON-LD and a number to keep');
    expect(card.querySelector('[data-handrail-ui] script')?.textContent).to.include('SE5');
    expect(everything(card)).not.to.match(SECRETS);
    const [said] = facts(card, 'Where');
    expect(said).to.include('SE5');
    expect(said).to.include('We do not show the address, to keep people safe.');
    expect(said).to.include('Step-free access: yes');
    expect(card.querySelector('dd a')).to.equal(null);
  });

  it('is no more than an outcode in a copy of the card', async () => {
    const card = await example('A refuge whose place is masked, with JSON-LD and a number to keep');
    getSelection()?.selectAllChildren(card);
    expect(getSelection()?.toString()).not.to.match(SECRETS);
    expect((card.cloneNode(true) as Element).outerHTML).not.to.match(SECRETS);
  });

  it('is hidden for every place where the page asks for it', async () => {
    const card = await show({ places: [place] }, { attributes: 'hide-address json-ld' });
    expect(everything(card)).not.to.match(/A house|Example Street|9ZZ/);
    expect(facts(card, 'Where')[0]).to.include('SE5');
  });
});

describe('The data that a card writes for search engines', () => {
  it('is schema.org JSON-LD that nothing can break out of', async () => {
    const name = 'Help </script><script>window.hacked = 1</script>';
    const card = await show({ name, checked: '2026-11-01' }, { attributes: 'json-ld' });
    const block = card.querySelector('script');
    expect(block?.type).to.equal('application/ld+json');
    expect(block?.textContent).not.to.include('<');
    expect((JSON.parse(block?.textContent ?? '') as { name: string }).name).to.equal(name);
    expect('hacked' in window).to.equal(false);
  });

  it('follows the service, and is not there unless a page asks for it', async () => {
    const card = await show({}, { attributes: 'json-ld' });
    card.service = { id: 'b', name: 'Another' };
    await card.updateComplete;
    expect(card.querySelector('script')?.textContent).to.include('Another');
    card.jsonLd = false;
    await card.updateComplete;
    expect(card.querySelector('script')).to.equal(null);
  });
});

describe('Where a card finds its service', () => {
  it('is a JSON-LD block in its own markup, which stays for search engines', async () => {
    const card = await example('A service from a JSON-LD block');
    expect(words(card.querySelector('article h3'))).to.equal('Canal Street advice');
    expect(state(card)).to.equal('Open now, closes at 5pm');
    expect(card.querySelectorAll('script')).to.have.lengthOf(1);
    const shown = [...card.querySelectorAll('h3')].filter((each) => each.checkVisibility());
    expect(shown).to.have.lengthOf(1);
  });

  it('is another service in the file once its address says so', async () => {
    const card = await example('A line that is always open');
    card.src = '/test/examples/services.json#holiday';
    await card.updateComplete;
    expect(words(card.querySelector('article h3'))).to.equal('Harbour clinic');
  });

  it('is the service that a page gives it, before any other', async () => {
    const card = await example('A line that is always open');
    card.service = { id: 'x', name: 'The page’s own' };
    await card.updateComplete;
    expect(words(card.querySelector('article h3'))).to.equal('The page’s own');
    card.service = undefined;
    await card.updateComplete;
    expect(words(card.querySelector('article h3'))).to.equal('Night and day line');
  });
});

describe('A card that cannot show its service', () => {
  const files: readonly (readonly [string, () => string])[] = [
    ['a file that is not there', () => '/test/examples/nothing.json#a'],
    ['a web page in place of the file', () => '/test/contract/host.html#a'],
    ['broken JSON', () => `${file('{"services": [{')}#a`],
    ['a file without services', () => `${file('{"services": "none"}')}#a`],
    ['a file without that service', () => '/test/examples/services.json#nobody'],
    ['an address that is none', () => 'https://[/#a'],
    ['a fragment that is none', () => '/test/examples/services.json#%E0%A4%A'],
  ];
  for (const [name, address] of files) {
    it(`keeps the author's words and says so in a sentence: ${name}`, async () => {
      const card = await put(
        `<handrail-service-card src="${address()}"><h3>Ours</h3><a href="tel:999">999</a></handrail-service-card>`,
      );
      expect(words(card)).to.equal(
        'Ours 999 We could not load the latest details. Check with the service before you travel.',
      );
      expect(card.querySelector('article')).to.equal(null);
    });
  }

  it('says it in a status that was there before, so that it is spoken once', async () => {
    const card = await put('<handrail-service-card><h3>Ours</h3></handrail-service-card>');
    const status = card.querySelector('[role=status]');
    expect(words(status)).to.equal('');
    card.src = '/test/examples/services.json#nobody';
    await card.updateComplete;
    expect(card.querySelector('[role=status]')).to.equal(status);
    expect(words(status)).to.include('We could not load the latest details.');
  });

  it('comes back once there is a service after all', async () => {
    const card = await put(
      '<handrail-service-card src="/test/examples/services.json#nobody"><h3>Ours</h3></handrail-service-card>',
    );
    card.src = '/test/examples/services.json#always';
    await card.updateComplete;
    expect(words(card.querySelector('[role=status]'))).to.equal('');
    expect(words(card)).not.to.include('Ours');
    card.src = '/test/examples/services.json#nobody';
    await card.updateComplete;
    expect(words(card)).to.match(/^Ours We could not load/);
  });

  for (const gone of [
    { status: 'defunct' },
    { status: 'inactive' },
    { visibleTo: '2026-11-22' },
    { visibleFrom: '2026-11-24' },
  ] as const) {
    it(`warns that it may no longer run: ${JSON.stringify(gone)}`, async () => {
      const card = await put(
        '<handrail-service-card now="2026-11-23T10:00:00Z"><h3>Ours</h3></handrail-service-card>',
      );
      card.service = { id: 'a', name: 'Gone', ...gone };
      await card.updateComplete;
      expect(words(card)).to.equal(
        'Ours This service may not be running. Check with it before you rely on these details.',
      );
    });
  }

  it('shows the rest of a record in which any field holds rubbish', async () => {
    const rubbish = [null, 7, '', 'text', [null, 1, 'x', [], {}], { a: 1 }, true];
    const fields = [
      'alternateName status organization description alert channels eligibility areas places',
      'referral attendance requiredDocuments safety languages interpreters cost free costOptions wait',
      'worksWith checked schedules special bankHolidays hoursDescription inLanguage visibleFrom',
    ]
      .join(' ')
      .split(' ');
    for (const field of fields) {
      for (const value of rubbish) {
        if (field === 'status') continue;
        const card = await show({ [field]: value, cost: 'Five pounds' });
        expect(words(card), `${field}: ${JSON.stringify(value)}`).to.include('A service');
        if (field !== 'cost') expect(words(card), field).to.include('Five pounds');
        expect(card.innerText).not.to.match(/undefined|\[object/);
        card.remove();
      }
    }
  });

  it('uses the clock where its time is no time', async () => {
    expect(words(await show({}, { now: 'teatime' }))).to.include('A service');
  });
});

describe('A card on paper', () => {
  it('has every address in words, stays on one page, and leaves out what only a screen can do', async () => {
    const card = await example('An office with hours');
    card.keep = true;
    await card.updateComplete;
    const rules = document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ media }) => media.mediaText === 'print');
    for (const { media } of rules) media.mediaText = 'all';
    const after = (selector: string): string => {
      const link = card.querySelector(selector);
      return link ? getComputedStyle(link, '::after').content : '';
    };
    const article = card.querySelector('article');
    const kept = card.querySelector('details');
    // Firefox gives the rule rather than what it comes to.
    expect(after('.handrail-card-text a')).to.match(/riverside\.example\/guide|attr\(href\)/);
    expect(after('dd a')).to.match(/openstreetmap\.org|attr\(href\)/);
    expect(after('li a[href^=tel]')).to.equal('none');
    expect(article && getComputedStyle(article).breakInside).to.equal('avoid');
    expect(kept?.checkVisibility()).to.equal(false);
    expect(words(card)).to.include('Checked Monday 12 October 2026.');
    for (const { media } of rules) media.mediaText = 'print';
  });
});
