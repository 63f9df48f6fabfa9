import { expect } from '@open-wc/testing';
import {
  authorForm,
  answer,
  carried,
  CONTACTS,
  fill,
  find,
  hold,
  json,
  objections,
  page,
  RECEIPT,
  says,
  send,
  sent,
  show,
  title,
  type,
  until,
} from './format-request-page.ts';

describe('Sending', () => {
  it('ends with a reference and a date, in focus, and nothing left on the device or in the address', async () => {
    const element = await show(`organisation="Test Council" ${CONTACTS}`);
    const events: string[] = [];
    page.addEventListener('handrail-request-received', (event) => events.push(carried(event)));
    const address = location.href;
    await fill(element);
    type(element, 'name', '<b>Sam</b> \u202E🧑🏽‍🦯');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'Request received');
    expect(document.activeElement?.textContent).to.equal('Request received');
    expect(element.innerText).to.match(/K7M4-PX3T/);
    const time = find<HTMLTimeElement>(element, 'time');
    expect(`${time.dateTime} ${time.textContent}`).to.equal('2026-11-30 Monday 30 November 2026');
    // All that was asked is played back as it was typed, so that a slip is seen.
    expect(element.innerText).to.match(/The plan\s[^]*Word document\s[^]*sam@example\.org\s/);
    const ours = find(element, '[data-handrail-ui]');
    expect(ours.querySelector('input, b') === null).to.equal(true);
    expect(find(authorForm(element), '[name=email]').value).to.equal('');
    expect(JSON.parse(events[0] ?? '{}')).to.deep.equal({
      reference: RECEIPT.reference,
      receivedAt: RECEIPT.receivedAt,
      replyBy: RECEIPT.replyBy,
    });
    expect([location.href, document.title]).to.deep.equal([address, title]);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
    expect(sent[0]?.['_page']).to.equal(location.origin + location.pathname);
    expect(await objections(element)).to.deep.equal([]);
    find<HTMLButtonElement>(element, '.handrail-quiet').click();
    await says(element, 'Send request');
    await until(() => document.activeElement === find(element, '[name=document-other]'));
    expect(find(element, '[name=email]').value).to.equal('');
    expect(find(element, '[name=format][value=word]').checked).to.equal(false);
  });

  it('says a promise without a date where the receiver cannot know one', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, { ...RECEIPT, replyBy: null }));
    send(element);
    await says(element, 'We will reply in 5 working days.');
    expect(element.querySelector('time') === null).to.equal(true);
  });

  it('names no way to get in touch where the page gives none', async () => {
    const element = await show('');
    await fill(element);
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(element.innerText).not.to.contain('give it to us');
  });

  it('stands by the form’s own promise where the receiver gives nothing but a reference', async () => {
    const element = await show(`${CONTACTS} reply-days="1"`);
    expect(element.innerText).to.contain('(1 working day)');
    await fill(element);
    answer(json(201, { reference: 'K7M4-PX3T' }));
    send(element);
    await says(element, 'We will reply in 1 working day.');
    expect(find(element, '.handrail-reference').innerText).to.equal('K7M4-PX3T');
  });

  for (const [name, reply] of [
    ['409', json(409, {})],
    ['500', json(500, {})],
    ['503', json(503, {})],
    ['a web page', () => new Response('<p>Log in', { headers: { 'Content-Type': 'text/html' } })],
    ['{}', json(200, {})],
    ['nothing', () => new Response(null, { status: 204 })],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const) {
    it(`that ends with ${name} keeps the answers and offers other ways`, async () => {
      const element = await show();
      const events: string[] = [];
      page.addEventListener('handrail-request-failed', (event) => events.push(carried(event)));
      await fill(element);
      answer(reply);
      send(element);
      await says(element, 'We could not confirm that your request arrived');
      expect(find(element, '[name=email]').value).to.equal('sam@example.org');
      expect(find(element, '[name=format][value=word]').checked).to.equal(true);
      expect(find(element, 'button[type=submit]').innerText).to.equal('Try again');
      const mail = find<HTMLAnchorElement>(element, '.handrail-other-ways a[href^=mailto]').href;
      expect(mail).to.match(/^mailto:formats@council\.example\?/);
      expect(decodeURIComponent(mail)).to.contain('The plan').and.to.contain('sam@example.org');
      expect(find(element, '.handrail-other-ways textarea').value).to.contain('Word document');
      expect(
        find(element, '.handrail-other-ways a[href="tel:+442079460456"]').isConnected,
      ).to.equal(true);
      expect(events).to.deep.equal(['{}']);
      expect(await objections(element)).to.deep.equal([]);
      const before = sent.at(-1)?.['_key'];
      answer(json(201, RECEIPT));
      sent.length = 0;
      send(element);
      await says(element, 'K7M4-PX3T');
      expect(sent[0]?.['_key'] === before).to.equal(true);
    });
  }

  it('other answers while the first may have arrived asks the receiver, and sends them as a new request', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    type(element, 'notes', 'One more thing');
    answer(json(500, {}), json(422, { error: 'x' }), json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    const keys = sent.map((body) => body['_key']);
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2]).not.to.equal(keys[0]);
    expect(sent[2]?.['notes']).to.equal('One more thing');
  });

  it('that is turned away after it may have arrived is not said to be missing', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    answer(json(429, {}));
    sent.length = 0;
    send(element);
    await until(() => sent.length === 4);
    await says(element, 'could not confirm');
    expect(element.innerText).not.to.contain('has not been received');
  });

  it('says so where answers were changed too late to be part of the request', async () => {
    const element = await show();
    for (const late of ['', 'Please in large letters']) {
      await fill(element);
      type(element, 'notes', 'Please hurry');
      const finish = hold();
      send(element);
      await says(element, 'Sending your request');
      if (late) type(element, 'notes', late);
      finish(json(201, RECEIPT));
      await says(element, 'K7M4-PX3T');
      expect(element.innerText.includes('You changed your answers')).to.equal(late !== '');
      expect(sent.at(-1)?.['notes']).to.equal('Please hurry');
      expect(await objections(element)).to.deep.equal([]);
      find<HTMLButtonElement>(element, '.handrail-quiet').click();
      await says(element, 'Send request');
    }
  });

  it('is whole though the page hides the form meanwhile', async () => {
    for (const [result, words] of [
      [json(500, {}), 'could not confirm'],
      [json(201, RECEIPT), 'K7M4-PX3T'],
    ] as const) {
      const element = await show();
      await fill(element);
      const finish = hold();
      send(element);
      await says(element, 'Sending your request');
      page.hidden = true;
      finish(result);
      await says(element, words);
      page.hidden = false;
      expect(element.innerText).not.to.contain('You changed your answers');
      if (words === 'K7M4-PX3T') continue;
      expect(find(element, 'textarea[readonly]').value).to.contain('sam@example.org');
    }
  });

  for (const status of [400, 403, 413]) {
    it(`that gets a clear no, such as ${String(status)}, says so, keeps the answers and offers other ways`, async () => {
      const element = await show();
      await fill(element);
      answer(json(status, { error: 'x' }));
      send(element);
      await says(element, 'We could not take your request.');
      expect(sent).to.have.lengthOf(1);
      expect(element.innerText).not.to.contain('could not confirm');
      expect(find(element, '[name=email]').value).to.equal('sam@example.org');
      expect(find(element, '.handrail-other-ways textarea').value).to.contain('Word document');
      expect(await objections(element)).to.deep.equal([]);
      type(element, 'notes', 'Shorter');
      answer(json(201, RECEIPT));
      send(element);
      await says(element, 'K7M4-PX3T');
      expect(sent[1]?.['_key'] === sent[0]?.['_key']).to.equal(false);
    });
  }

  it('that failed can be copied, which is said, and by hand where the clipboard is out of reach', async () => {
    const element = await show();
    await fill(element);
    answer(json(403, {}), json(403, {}));
    send(element);
    await says(element, 'We could not take your request.');
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => Promise.resolve(copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    const press = (): void => find(element, '.handrail-other-ways button').click();
    press();
    await says(element, 'Copied');
    expect(copied[0]).to.contain('sam@example.org');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    press();
    const box = find<HTMLTextAreaElement>(element, '.handrail-other-ways textarea');
    await until(() => document.activeElement === box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).to.equal(box.value);
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('that gets a no without a reason, under a new key too, is not said to have perhaps arrived', async () => {
    const element = await show();
    await fill(element);
    answer(json(422, { error: 'x' }));
    send(element);
    await says(element, 'We could not take your request.');
    expect(new Set(sent.map((body) => body['_key'])).size).to.equal(2);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('that may have arrived before a clear no is not said to be refused', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}), json(403, {}));
    send(element);
    await says(element, 'could not confirm');
    send(element);
    await until(() => sent.length === 2);
    await until(() => find(element, '.handrail-status').innerText.includes('could not confirm'));
    expect(element.innerText).not.to.contain('could not take');
  });

  it('waits while the device is offline, and asks before it sends', async () => {
    const element = await show();
    await fill(element);
    answer(json(201, RECEIPT));
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    send(element);
    await says(element, 'You are offline');
    expect(await objections(element)).to.deep.equal([]);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await says(element, 'You are online again');
    expect(sent).to.deep.equal([]);
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent).to.have.lengthOf(1);
  });

  it('is not said to be unsent, once online again, where an earlier attempt may have arrived', async () => {
    const element = await show();
    await fill(element);
    answer(json(500, {}));
    send(element);
    await says(element, 'could not confirm');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    send(element);
    await says(element, 'You are offline');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
    window.dispatchEvent(new Event('online'));
    await says(element, 'could not confirm');
    expect(element.innerText).not.to.contain('has not been sent');
  });

  it('is passed over where the form was emptied meanwhile', async () => {
    const element = await show();
    await fill(element);
    const finish = hold();
    send(element);
    await says(element, 'Sending your request');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    finish(json(201, RECEIPT));
    await element.updateComplete;
    await Promise.resolve();
    expect(element.textContent).not.to.contain('K7M4-PX3T');
  });
});
