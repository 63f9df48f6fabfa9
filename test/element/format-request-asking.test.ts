import { expect } from '@open-wc/testing';
import {
  answer,
  CONTACTS,
  fill,
  find,
  FORM,
  json,
  RECEIPT,
  says,
  send,
  sent,
  show,
  tick,
  type,
  until,
  warnings,
} from './format-request-page.ts';

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

  it('says of each question whether it may be left out', async () => {
    const element = await show();
    const labels = [...element.querySelectorAll('legend, .handrail-label')].map(
      ({ textContent }) => textContent,
    );
    const [optional, needed] = [true, false].map((left) =>
      labels.filter((label) => label.trim().endsWith('(optional)') === left),
    );
    expect(needed?.join('\n')).to.match(
      /Which documents.*Which formats.*contact you.*Email address/s,
    );
    expect(optional?.join('\n')).to.match(/Full name.*When do you need it by.*Anything else/s);
    expect(needed?.join('\n')).not.to.match(/Full name|When do you|Anything else/);
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
    const element = await show('formats="audio large-print braille:10 moon:1"');
    const offered = [...element.querySelectorAll<HTMLInputElement>('[name=format]')];
    expect(offered.map(({ value }) => value)).to.deep.equal([
      'large-print',
      'braille',
      'moon',
      'audio',
    ]);
    expect(element.textContent).to.match(/Braille\s+Usually takes us 10 working days to/);
    expect(element.textContent).to.match(/Moon\s+Usually takes us 1 working day to/);
    expect(warnings).to.deep.equal([]);
    element.formats = 'braille';
    await element.updateComplete;
    expect(element.querySelectorAll('[name=format]')).to.have.lengthOf(1);
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
    // Some frameworks take a text away from a property in the same way.
    Object.assign(element, { email: 'formats@council.example', phone: null });
    await element.updateComplete;
    expect(element.querySelectorAll('[href^="mailto:"]')).to.have.lengthOf(1);
    expect(element.querySelector('[href^="tel:"]') === null).to.equal(true);
  });

  it('rings the whole number that its author gave, or leaves it as words', async () => {
    const element = await show('phone="+44 (0)20 7946 0456"');
    expect(find<HTMLAnchorElement>(element, 'p > [href^="tel:"]').href).to.equal(
      'tel:+442079460456',
    );
    // Part of this, or all of its digits, would ring somebody else.
    element.phone = '020 7946 0456, option 2';
    await element.updateComplete;
    expect(element.querySelector('[href^="tel:"]') === null).to.equal(true);
    expect(element.textContent).to.contain('020 7946 0456, option 2');
  });

  it('promises another date to whoever turns to the form on another day', async () => {
    const real = Date;
    const on = (day: string): void => {
      window.Date = class extends real {
        constructor(given: number | string = day) {
          super(given);
        }
      } as DateConstructor;
    };
    try {
      on('2026-12-23T23:50:00Z');
      const element = await show();
      expect(element.textContent).to.contain('by Monday 4 January 2027');
      on('2026-12-29T00:10:00Z');
      find(element, '[name=document-other]').focus();
      await until(() => element.textContent.includes('by Wednesday 6 January 2027'));
    } finally {
      window.Date = real;
    }
  });

  it('shows what belongs to a choice that nobody made by hand, once it is sent', async () => {
    const element = await show();
    await tick(element, 'format', 'braille');
    type(element, 'document-other', 'The plan');
    find(element, '[name=contact-by]').checked = true;
    find(element, '[name=email]').value = 'sam@example.org';
    send(element);
    await until(() => element.querySelector('.handrail-summary'));
    expect(find(element, '[name=email]').closest('[hidden]') === null).to.equal(true);
    answer(json(201, RECEIPT));
    send(element);
    await until(() => element.textContent.includes(RECEIPT.reference));
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
    const element = await show(`purpose="statement" ${CONTACTS}`);
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

  it('in a statement names who enforces the law in Northern Ireland', async () => {
    const element = await show('purpose="statement" division="northern-ireland"');
    expect(find(element, 'a[href*="equalityni.org"]').isConnected).to.equal(true);
    expect(element.querySelector('a[href*="equalityadvisoryservice"]') === null).to.equal(true);
  });

  it('in a statement plays back the problem that was reported', async () => {
    const element = await show('purpose="statement"');
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
    const element = await show('purpose="statement" division="northern-ireland"', own);
    expect(element.textContent).not.to.contain('Tell us what is not');
    expect(element.querySelector('a[href*="equality"]') === null).to.equal(true);
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
    ['purpose="statment"', /purpose="statment".*statement\./],
    ['heading-level="9"', /<handrail-format-request heading-level="9">.*It uses 6/],
    ['heading-level="two"', /heading-level="two".*It uses 2/],
    ['documents-selector="#none"', /documents-selector="#none"/],
    ['documents-selector="!!"', /documents-selector="!!"/],
    ['email="javascript:alert(1)"', /email="javascript/],
    ['complaints-url="javascript:alert(1)"', /complaints-url="javascript/],
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
