import { expect } from '@open-wc/testing';
import {
  answer,
  CONTACTS,
  errors,
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
    type(element, 'large-print-notes', 'Bold');
    await tick(element, 'format', 'large-print');
    expect(find(element, '[name=large-print-notes]').checkVisibility()).to.equal(false);
    answer(json(400, {}));
    send(element);
    await says(element, 'could not take');
    expect(sent[0]).not.to.have.property('large-print-notes');
    expect(find(element, '[name=large-print-notes]').value).to.equal('Bold');
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
    expect(optional?.join('\n')).to.match(/When do you need it.*Full name.*Anything else/s);
    expect(needed?.join('\n')).not.to.match(/Full name|When do you|Anything else/);
  });

  it('asks at once where a format goes, and no second time how to reach somebody', async () => {
    const element = await show();
    type(element, 'document-other', 'The plan');
    const place = (name: string): boolean =>
      !!element.querySelector(`.handrail-where [name=${name}]`)?.checkVisibility();
    for (const [format, name] of [
      ['braille', 'address'],
      ['word', 'email'],
      ['read-aloud', 'phone'],
    ] as const) {
      expect(place(name), name).to.equal(false);
      await tick(element, 'format', format);
      expect(place(name), name).to.equal(true);
      expect(element.querySelectorAll(`[data-handrail-form] [name=${name}]`)).to.have.lengthOf(1);
    }
    expect(find(element, '[name=contact-by]').checkVisibility()).to.equal(false);
    send(element);
    await says(element, 'There is a problem');
    expect(errors(element)).to.deep.equal([
      'Enter the name and address to send it to',
      'Enter your email address',
      'Enter your phone number',
    ]);
    type(element, 'address', 'Kim Okoro, 12 High Street, Marshwell');
    type(element, 'email', 'sam@example.org');
    type(element, 'phone', 'I only use SignVideo');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({
      address: 'Kim Okoro, 12 High Street, Marshwell',
      email: 'sam@example.org',
      phone: 'I only use SignVideo',
    });
  });

  it('asks for an address as soon as the audio is to come on a disc', async () => {
    const element = await show();
    await tick(element, 'format', 'audio');
    expect(element.querySelector('.handrail-where [name=email]')).not.to.equal(null);
    type(element, 'email', 'sam@example.org');
    await tick(element, 'audio-type', 'cd');
    expect(element.querySelector('.handrail-where [name=address]')).not.to.equal(null);
    // What was typed is still there, in sight, and goes along.
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    find<HTMLDetailsElement>(element, 'details:has([name=email])').open = true;
    expect(find(element, '[name=email]').checkVisibility()).to.equal(true);
    type(element, 'document-other', 'The plan');
    type(element, 'address', '12 High Street, Marshwell');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({
      email: 'sam@example.org',
      address: '12 High Street, Marshwell',
      'audio-type': 'cd',
    });
  });

  it('drops nothing that was typed for another way to be reached', async () => {
    const element = await show();
    type(element, 'document-other', 'The plan');
    await tick(element, 'format', 'other');
    type(element, 'format-other', 'On yellow paper');
    await tick(element, 'contact-by', 'email');
    type(element, 'email', 'sam@example.org');
    await tick(element, 'contact-by', 'post');
    type(element, 'address', '12 High Street, Marshwell');
    expect(find(element, '[name=email]').checkVisibility()).to.equal(true);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({
      'contact-by': 'post',
      email: 'sam@example.org',
      address: '12 High Street, Marshwell',
    });
  });

  it('says a deadline back as the date that it is read as', async () => {
    const element = await show();
    type(element, 'needed-by', '3 December 2030');
    await says(element, 'Tuesday 3 December 2030');
    expect(element.textContent).not.to.contain('We will try to be quicker');
    type(element, 'needed-by', 'when you can');
    await until(() => !element.textContent.includes('Tuesday 3 December'));
  });

  it('says kindly that a wanted date is before the promised one', async () => {
    const element = await show();
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    type(element, 'needed-by', soon);
    await says(element, 'We will try to be quicker');
  });

  it('counts what is left of a long answer, close to its end', async () => {
    const element = await show();
    for (const [length, words] of [
      [1990, 'You have 10 characters left'],
      [1999, 'You have 1 character left'],
      [2001, 'You have 1 character too many'],
      [2100, 'You have 100 characters too many'],
    ] as const) {
      type(element, 'notes', 'x'.repeat(length));
      await says(element, words);
    }
  });

  it('says how much is left in a pause, and not with every key', async () => {
    const element = await show();
    const notes = find<HTMLTextAreaElement>(element, '[name=notes]');
    let said = 0;
    const observer = new MutationObserver(() => (said += 1));
    type(element, 'name', 'Sam');
    await until(() => element.querySelector('.handrail-field:has([name=notes]) [role=status]'));
    const note = find(element, '.handrail-field:has([name=notes]) [role=status]');
    observer.observe(note, { childList: true, subtree: true, characterData: true });
    for (let length = 1890; length < 1990; length += 1) {
      notes.value = 'x'.repeat(length);
      notes.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
    }
    await says(element, 'You have 11 characters left');
    observer.disconnect();
    // The words come in one piece: the place is filled once.
    expect(said).to.be.at.most(2);
  });

  it('offers the formats that the organisation makes, with its own time for each', async () => {
    const element = await show('formats="audio large-print braille:10 moon:1"');
    const offered = [...element.querySelectorAll<HTMLInputElement>('[name=format]')];
    expect(offered.map(({ value }) => value)).to.deep.equal([
      'large-print',
      'braille',
      'audio',
      'moon',
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
    await tick(element, 'format', 'other');
    type(element, 'format-other', 'On yellow paper');
    type(element, 'document-other', 'The plan');
    type(element, 'phone', '07700 900123');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]).to.include({ 'contact-by': 'text', phone: '07700 900123' });
  });

  it('says of no field that it may be empty where that would be an error', async () => {
    const element = await show('contact-ways="post"');
    expect(find(element, '[name=address]').labels?.[0]?.textContent).to.equal(
      'Where should we send it?',
    );
  });

  it('asks for a name and version of those who use something', async () => {
    const element = await show();
    const detail = (): boolean => !find(element, '[name=at-detail]').closest('[hidden]');
    expect(detail()).to.equal(false);
    await tick(element, 'at', 'switch');
    expect(detail()).to.equal(true);
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
    type(element, 'document-other', 'The plan');
    find(element, '[name=format][value=other]').checked = true;
    find(element, '[name=contact-by]').checked = true;
    find(element, '[name=email]').value = 'sam@example.org';
    send(element);
    await until(() => element.querySelector('.handrail-summary'));
    for (const name of ['format-other', 'email'])
      expect(find(element, `[name=${name}]`).closest('[hidden]') === null).to.equal(true);
    type(element, 'format-other', 'On yellow paper');
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
      'address: street-address',
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
