import { expect } from '@open-wc/testing';
import {
  answer,
  fill,
  find,
  json,
  RECEIPT,
  says,
  send,
  show,
  title,
  type,
} from './format-request-page.ts';

describe('On a shared phone', () => {
  it('the form is emptied when the page goes, and empty when it comes back', async () => {
    for (const event of [
      new PageTransitionEvent('pagehide', { persisted: true }),
      new PageTransitionEvent('pageshow', { persisted: true }),
    ]) {
      const element = await show();
      await fill(element);
      type(element, 'notes', 'Private');
      // As a script or an extension does it, which tells nobody.
      find(element, '[name=format][value=audio]').checked = true;
      send(element);
      window.dispatchEvent(event);
      await element.updateComplete;
      const filled = [...element.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
        (control) =>
          control.checked || (!['checkbox', 'radio'].includes(control.type) && control.value),
      );
      expect(filled.map(({ name }) => name)).to.deep.equal([]);
    }
  });

  it('a receipt goes with the page', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await element.updateComplete;
    expect(element.textContent).not.to.contain('K7M4-PX3T');
  });

  it('an answer that comes after its page has gone is shown to nobody', async () => {
    const element = await show();
    const told: string[] = [];
    element.addEventListener('handrail-request-received', ({ reference }) => told.push(reference));
    await fill(element);
    let arrive = (): void => undefined;
    answer(
      () =>
        new Promise((resolve) => {
          arrive = () => {
            resolve(json(201, RECEIPT)());
          };
        }),
    );
    send(element);
    await says(element, 'Sending your request');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    arrive();
    await element.updateComplete;
    await fill(element);
    answer(json(201, { ...RECEIPT, reference: 'N3RT-C4PX' }));
    send(element);
    await says(element, 'N3RT-C4PX');
    expect(told).to.deep.equal(['N3RT-C4PX']);
  });

  it('a quick exit’s blank title is not given its name back', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    document.title = '\u200B';
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(document.title).not.to.contain(title);
  });
});
