import { expect } from '@open-wc/testing';
import {
  answer,
  errors,
  fill,
  find,
  FORM,
  json,
  objections,
  page,
  RECEIPT,
  says,
  send,
  settled,
  show,
  tick,
  title,
  type,
  until,
} from './format-request-page.ts';

describe('Errors', () => {
  it('come on sending only, all at once, in the order of the form, beside their fields too', async () => {
    const element = await show();
    type(element, 'email', 'nonsense');
    expect(element.querySelector('.handrail-error') === null).to.equal(true);
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'email');
    type(element, 'name', 'Sam');
    send(element);
    await says(element, 'There is a problem');
    expect(errors(element)).to.deep.equal([
      'Choose at least one document, or type its title',
      'Describe the other format you need',
      'Enter an email address in the correct format, like name@example.com',
    ]);
    const email = find(element, '[name=email]');
    const [described = ''] = /\S*-error/.exec(email.getAttribute('aria-describedby') ?? '') ?? [];
    expect(document.getElementById(described)?.innerText).to.match(
      /Error:\s*Enter an email address/,
    );
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect(find(element, '[name=name]').value).to.equal('Sam');
    expect(await objections(element)).to.deep.equal([]);
  });

  it('take the focus to a summary whose links lead to the fields, and mark the title until mended', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    expect(document.activeElement === find(element, '.handrail-summary')).to.equal(true);
    expect(document.title).to.equal(`Error: ${title}`);
    for (const [end, name] of [
      ['document-other', 'document-other'],
      ['format', 'format'],
      ['contact-by', 'contact-by'],
    ] as const) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      expect(document.activeElement === find(element, `[name=${name}]`)).to.equal(true);
    }
    send(element);
    await element.updateComplete;
    expect(document.title).to.equal(`Error: ${title}`);
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(document.title).to.equal(title);
  });

  it('lead to the choice that asks for a field where the field is out of sight', async () => {
    const element = await show();
    await fill(element);
    answer(
      json(422, {
        problems: [
          { field: 'format-other', code: 'of-the-future', message: 'Say more about the format' },
          { field: 'phone', code: 'of-the-future', message: 'Say more about the phone' },
        ],
      }),
    );
    send(element);
    await says(element, 'There is a problem');
    for (const [end, name] of [
      ['format-other', 'format'],
      ['phone', 'contact-by'],
    ] as const) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      expect(document.activeElement === find(element, `[name=${name}]`), end).to.equal(true);
    }
  });

  it('go as each is mended, and not before', async () => {
    const element = await show();
    await tick(element, 'format', 'braille');
    await tick(element, 'format', 'other');
    send(element);
    await says(element, 'There is a problem');
    const expected = [
      'Choose at least one document, or type its title',
      'Describe the other format you need',
      'Enter the name and address to send it to',
    ];
    expect(errors(element)).to.deep.equal(expected);
    for (const [name, text] of [
      ['document-other', 'The plan'],
      ['format-other', 'On yellow paper'],
      ['address', '12 High Street, Marshwell'],
    ] as const) {
      type(element, name, text);
      await element.updateComplete;
      expected.shift();
      expect(errors(element), name).to.deep.equal(expected);
      expect(find(element, `[name=${name}]`).hasAttribute('aria-invalid')).to.equal(false);
    }
    expect(element.querySelector('.handrail-summary, .handrail-error') === null).to.equal(true);
    expect(document.title).to.equal(title);
    // None comes up by itself.
    type(element, 'address', '');
    await element.updateComplete;
    expect(errors(element)).to.deep.equal([]);
  });

  it('of a receiver’s own go when their answers change, and not with others', async () => {
    const element = await show();
    await fill(element);
    answer(
      json(422, {
        problems: [{ field: 'email', code: 'of-the-future', message: 'We cannot write there' }],
      }),
    );
    send(element);
    await says(element, 'There is a problem');
    type(element, 'name', 'Sam');
    await element.updateComplete;
    expect(errors(element)).to.deep.equal(['We cannot write there']);
    type(element, 'email', 'kim@example.org');
    await element.updateComplete;
    expect(errors(element)).to.deep.equal([]);
  });

  it('bring the field itself into view, however long its question is', async () => {
    const element = await show(
      '',
      FORM,
      `<a href="/${'long-'.repeat(40)}x.pdf">x${'y'.repeat(240)}</a>`,
    );
    await tick(element, 'format', 'other');
    await tick(element, 'contact-by', 'post');
    send(element);
    await says(element, 'There is a problem');
    for (const end of ['format-other', 'address']) {
      find<HTMLAnchorElement>(element, `.handrail-summary a[href$="-${end}"]`).click();
      const { top, bottom } = find(element, `[name=${end}]`).getBoundingClientRect();
      expect(top, end).to.be.at.least(0);
      expect(bottom, end).to.be.at.most(innerHeight);
    }
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });

  it('are announced once, and not again with each answer that is given after them', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    // What takes the focus is read with it: in a live region it would be read a second time.
    const summary = find(element, '.handrail-summary');
    expect(document.activeElement === summary).to.equal(true);
    expect(summary.closest('[role=alert], [role=status], [aria-live]') === null).to.equal(true);
    const [title, list] = ['aria-labelledby', 'aria-describedby'].map(
      (name) => document.getElementById(summary.getAttribute(name) ?? '')?.innerText,
    );
    expect(title).to.equal('There is a problem');
    expect(list).to.contain('Choose at least one format');
    find(element, '[name=document-other]').focus();
    type(element, 'document-other', 'The plan');
    await element.updateComplete;
    expect(document.activeElement === find(element, '[name=document-other]')).to.equal(true);
  });

  it('that come after the page has taken the form away do not mark its title', async () => {
    const element = await show();
    await fill(element);
    let release: () => void = () => undefined;
    const refusal = json(422, { problems: [{ field: 'email', code: 'email-malformed' }] });
    answer(
      () =>
        new Promise((resolve) => {
          release = () => resolve(refusal());
        }),
    );
    send(element);
    await says(element, 'Sending your request');
    element.remove();
    document.title = 'Another page';
    release();
    await says(element, 'There is a problem');
    expect(document.title).to.equal('Another page');
  });

  it('of two forms mark the title once, until both are mended', async () => {
    const first = await show();
    page.insertAdjacentHTML(
      'beforeend',
      `<handrail-format-request>${FORM}</handrail-format-request>`,
    );
    const second = await settled(page.querySelectorAll('handrail-format-request')[1]);
    answer(json(201, RECEIPT));
    for (const element of [first, second]) {
      send(element);
      await says(element, 'There is a problem');
    }
    expect(document.title).to.equal(`Error: ${title}`);
    await fill(first);
    send(first);
    await says(first, 'K7M4-PX3T');
    expect(document.title).to.equal(`Error: ${title}`);
    // A page that counts its messages in its title.
    document.title = `Error: ${title} (2)`;
    await fill(second);
    send(second);
    await says(second, 'K7M4-PX3T');
    expect(document.title).to.equal(`${title} (2)`);
  });

  it('from the receiver are shown in the same way, in its words where it knows more', async () => {
    const element = await show();
    await fill(element);
    answer(
      json(422, {
        problems: [
          { field: 'email', code: 'email-missing' },
          { field: 'notes', code: 'of-the-future', message: 'Say it in fewer words' },
        ],
      }),
    );
    send(element);
    await says(element, 'There is a problem');
    expect(errors(element)).to.deep.equal(['Enter your email address', 'Say it in fewer words']);
    expect(element.textContent).not.to.contain('could not confirm');
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('and hints come up after a press, so that its button is still there when it ends', async () => {
    const element = await show();
    await fill(element);
    await element.updateComplete;
    find(element, '[type=submit]').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    type(element, 'email', 'sam@gmial.com');
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    expect(element.textContent).not.to.contain('Did you mean');
    window.dispatchEvent(new MouseEvent('mouseup'));
    await says(element, 'Did you mean sam@gmail.com?');
  });

  it('never come for a likely slip: that is a hint that can be taken', async () => {
    const element = await show();
    await fill(element);
    type(element, 'email', 'sam@gmial.com');
    await says(element, 'Did you mean sam@gmail.com?');
    const [accept] = [...element.querySelectorAll('button')].filter((button) =>
      button.textContent.includes('Yes'),
    );
    accept?.click();
    expect(find(element, '[name=email]').value).to.equal('sam@gmail.com');
  });
});

describe('What a screen reader announces', () => {
  /** Screen readers announce what is put into a place that they know, not what comes with its place. */
  it('has its place before there is anything to say of what becomes of a request', async () => {
    const element = await show();
    const status = find(element, '.handrail-status[role=status]');
    expect(status.innerText).to.equal('');
    send(element);
    await says(element, 'There is a problem');
    // Some screen readers say nothing of what takes the focus without a name and a role.
    expect(find(element, '.handrail-summary').getAttribute('role')).to.equal('group');
    answer(json(201, RECEIPT));
    await fill(element);
    send(element);
    await says(element, 'Request received');
    expect(status.isConnected).to.equal(true);
    expect(status.innerText.trim()).to.equal(
      'Your reference is\u00A0K7M4-PX3T. We will reply by Monday 30 November 2026.',
    );
  });
});

describe('A question that comes up', () => {
  it('is announced with the choice that brings it up, by its own words', async () => {
    const element = await show();
    const said = (): string => find(element, '[role=status] > .handrail-visually-hidden').innerText;
    const box = find(element, '[value=braille]');
    expect([box.ariaExpanded, said()]).to.deep.equal(['false', '']);
    await tick(element, 'format', 'braille');
    await says(element, 'Asked below now');
    expect(said()).to.match(/Which braille\?.*Where should we send it\?/);
    expect(box.ariaExpanded).to.equal('true');
    await tick(element, 'contact-by', 'phone');
    await until(() => said().includes('Phone number'));
    expect(said()).not.to.contain('braille');
    // What asks for nothing more says nothing of it.
    expect(find(element, '[value=language], [name=at]').ariaExpanded).to.equal(null);
    expect(await objections(element)).to.deep.equal([]);
  });

  it('stands in no group within its question', async () => {
    const element = await show('formats="large-print braille audio other" standing');
    for (const value of ['large-print', 'braille', 'audio']) await tick(element, 'format', value);
    const nested = 'fieldset fieldset, fieldset [role=group], fieldset [role=radiogroup]';
    expect(element.querySelector(nested) === null).to.equal(true);
    // Each answer of a few has the question's words in its name.
    const grade = find(element, '[name=braille-grade]');
    const named = (grade.getAttribute('aria-labelledby') ?? '').split(' ');
    expect(named.map((id) => document.getElementById(id)?.innerText)).to.deep.equal([
      'Which braille? (optional)',
      'Contracted (grade 2)',
    ]);
  });
});
