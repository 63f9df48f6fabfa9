import { expect } from '@open-wc/testing';
import {
  answer,
  fill,
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

  it('a quick exit’s blank title is not given its name back', async () => {
    const element = await show();
    send(element);
    await says(element, 'There is a problem');
    document.title = '\u200B';
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(document.title).not.to.contain(title);
  });
});
