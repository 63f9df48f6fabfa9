import { expect } from '@open-wc/testing';
import {
  answer,
  CONTACTS,
  fill,
  find,
  FORM,
  json,
  page,
  RECEIPT,
  send,
  show,
  tick,
  type,
  until,
} from './format-request-page.ts';
import { startTranslating, stopTranslating, translated as words } from './translated-page.ts';

describe('On a page that the browser translates', () => {
  afterEach(stopTranslating);

  it('a box stands beside the document that it asks for, whatever else arrives', async () => {
    const around =
      '<p><a href="/a.pdf">Plan A (PDF, 1KB)</a> <a href="/b.pdf">Plan B (PDF)</a></p>';
    const element = await show(`links ${CONTACTS}`, FORM, around);
    startTranslating(page);
    const late = document.createElement('a');
    late.href = '/first.pdf';
    late.textContent = 'The first plan';
    find(page, 'p').prepend(late);
    await until(() => element.querySelectorAll('[name=document]').length === 3);
    const labels = [...element.querySelectorAll<HTMLInputElement>('[name=document]')].map(
      ({ labels, value }) => [words(labels?.[0] ?? element), value.replace(/^.*\/|~/g, '')],
    );
    expect(labels).to.deep.equal([
      ['The first plan', 'first.pdf The first plan'],
      ['Plan A', 'a.pdf Plan A'],
      ['Plan B', 'b.pdf Plan B'],
    ]);
    const asks = [...page.querySelectorAll('[data-handrail-ask]')].map(words);
    expect(asks[1]).to.equal('Ask for another format: Plan A');
  });

  it('what was ticked before stays ticked', async () => {
    const around = '<a href="/a.pdf">Plan A</a> <a href="/b.pdf">Plan B</a>';
    const element = await show(CONTACTS, FORM, around);
    find(element, '[name=document]').click();
    startTranslating(page);
    await until(() => words(element).includes('Plan B') && element.textContent.includes('~Plan B'));
    await until(() => element.querySelector('[name=document][value$="~Plan B"]'));
    expect(find(element, '[name=document][value$="Plan A"]').checked).to.equal(true);
  });

  it('every error, hint and state is said in turn', async () => {
    const element = await show();
    startTranslating(page);
    const says = (text: string) => until(() => words(element).includes(text), text);
    send(element);
    await says('Choose how we should contact you');
    await tick(element, 'contact-by', 'email');
    send(element);
    await says('There is a problem Choose at least one document');
    await says('Error: Enter your email address');
    await fill(element);
    type(element, 'email', 'sam');
    send(element);
    await says('There is a problem Enter an email address in the correct format');
    await says('Error: Enter an email address in the correct format');
    expect(words(element)).not.to.contain('Enter your email address');
    type(element, 'notes', 'x'.repeat(1900));
    await says('You have 100 characters left');
    type(element, 'notes', 'x'.repeat(1950));
    await says('You have 50 characters left');
    type(element, 'email', 'sam@example.org');
    let release: () => void = () => undefined;
    answer(
      () =>
        new Promise((resolve) => {
          release = () => resolve(json(400, {})());
        }),
      json(201, RECEIPT),
    );
    send(element);
    await says('Sending your request');
    release();
    await says('We could not take your request');
    expect(words(element)).not.to.contain('Sending your request');
    await says('Try again');
    expect(words(element)).not.to.contain('Send request');
    send(element);
    await says(`Request received Your reference is ${RECEIPT.reference}`);
  });
});
