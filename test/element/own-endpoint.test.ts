import { expect } from '@open-wc/testing';
import {
  authorForm,
  carried,
  CONTACTS,
  fill,
  find,
  json,
  objections,
  page,
  says,
  send,
  show,
  title,
  type,
  until,
} from './format-request-page.ts';
import { endpoint, native, posts, restoreSubmit } from './endpoint-page.ts';

const FORM = `<form method="post" action="/contact" enctype="multipart/form-data">
  <h2>Ask us</h2>
  <input type="hidden" name="_token" value="t1"><input type="hidden" name="notes" value="From the plans page">
  <p id="one"><label for="ward">Ward</label> <select id="ward" name="ward" required>
    <option value="">Choose</option><option>Hill</option></select> <em>Where you live</em></p>
  <p id="two"><label>Reference <input name="ref" pattern="[0-9]{4}" title="Four digits" value="1234"></label></p>
  <p id="three"><label>Email <input name="email"></label></p>
  <p style="display: none"><label>Leave this empty <input name="website"></label></p>
  <button name="op" value="Ask">Ask</button><button name="op" value="Cancel">Cancel</button></form>`;

const shown = (element: Element, selector: string): boolean =>
  find(authorForm(element), selector).checkVisibility();

describe('The author’s own fields', () => {
  it('stay in sight with their labels, and what ours asks too does not', async () => {
    const element = await show(CONTACTS, FORM);
    expect(
      ['#one', '#one label', '#one em', '#two'].map((one) => shown(element, one)),
    ).to.deep.equal([true, true, true, true]);
    expect(
      ['#three', 'h2', 'button', '[name=website]'].map((one) => shown(element, one)),
    ).to.deep.equal([false, false, false, false]);
    expect(element.innerText.indexOf('Ward')).to.be.lessThan(
      element.innerText.indexOf('Send request'),
    );
    expect(find(element, '[name=notes]').value).to.equal('');
    expect(await objections(element)).to.deep.equal([]);
  });

  it('leave no gap where there are none but those kept for robots', async () => {
    const element = await show(
      CONTACTS,
      '<form action="/x"><p style="display: none"><input name="website"></p><input name="email"></form>',
    );
    expect(authorForm(element).checkVisibility()).to.equal(false);
  });

  it('are checked as their author wrote it, in plain words at the field', async () => {
    const element = await show(`send="form" ${CONTACTS}`, FORM);
    endpoint(json(200, {}));
    await fill(element);
    type(authorForm(element), 'ref', '12');
    send(element);
    await says(element, 'There is a problem');
    const links = [...element.querySelectorAll<HTMLElement>('.handrail-summary a')];
    expect(links.map((link) => link.textContent)).to.deep.equal([
      'Answer this question: Ward',
      'Check your answer: Reference. Four digits',
    ]);
    expect(find(element, '#ward').getAttribute('aria-invalid')).to.equal('true');
    const label = find(element, 'label[for=ward]');
    // Engines differ in whether they tell the text or where it is from.
    expect(label.dataset['handrailError']).to.contain('Answer this question');
    expect(getComputedStyle(label, '::before').content).to.match(
      /Answer this question|attr\(data-handrail-error\)/,
    );
    links[0]?.click();
    expect(document.activeElement === find(element, '#ward')).to.equal(true);
    expect(posts).to.deep.equal([]);
    type(authorForm(element), 'ward', 'Hill');
    type(authorForm(element), 'ref', '1234');
    send(element);
    await says(element, 'Request received');
    expect(find(element, '#ward').hasAttribute('aria-invalid')).to.equal(false);
    expect(label.hasAttribute('data-handrail-error')).to.equal(false);
    expect([find(element, '#ward').value, find(element, '[name=ref]').value]).to.deep.equal([
      '',
      '1234',
    ]);
  });

  it('are sent with tokens, preset notes and the button, as the form’s own encoding has them', async () => {
    const element = await show(`send="form" ${CONTACTS}`, FORM);
    endpoint(json(200, {}));
    await fill(element);
    type(authorForm(element), 'ward', 'Hill');
    type(element, 'notes', 'Please hurry');
    send(element);
    await says(element, 'Request received');
    expect(posts).to.have.lengthOf(1);
    const { body, url, init } = posts[0] ?? {};
    expect(url).to.match(/\/contact$/);
    expect(init).to.include({ credentials: 'same-origin' });
    const names = [
      '_token',
      'ward',
      'ref',
      'op',
      'notes',
      'format',
      'email',
      'website',
      '_key',
      '_page',
    ];
    expect(names.map((name) => body?.getAll(name))).to.deep.equal([
      ...[['t1'], ['Hill'], ['1234'], ['Ask'], ['From the plans page\r\nPlease hurry']],
      ...[['word'], ['sam@example.org'], [''], [], []],
    ]);
  });
});

describe('Sending to an endpoint of one’s own', () => {
  const OWN =
    '<form method="post" action="/contact"><input type="hidden" name="_token" value="t1"></form>';

  it('lets the browser post where nothing is declared and the endpoint is none of ours', async () => {
    const element = await show(CONTACTS, FORM);
    endpoint();
    const seen = native();
    await fill(element);
    type(authorForm(element), 'ward', 'Hill');
    send(element);
    await until(() => seen.length === 1);
    expect(seen[0]?.form.action).to.match(/\/contact$/);
    expect(seen[0]?.form.enctype).to.equal('multipart/form-data');
    const names = ['_token', 'ward', 'op', 'format', 'notes', '_key'];
    expect(names.map((name) => seen[0]?.body.getAll(name))).to.deep.equal([
      ...[['t1'], ['Hill'], ['Ask'], ['word'], ['From the plans page'], []],
    ]);
    expect(posts).to.deep.equal([]);
  });

  it('posts to its own page where the form says no address, and to the button’s where that does', async () => {
    for (const [form, address] of [
      ['<form method="post"></form>', location.href],
      ['<form method="post" action="/a"><button formaction="/b">Go</button></form>', '/b'],
    ] as const) {
      const element = await show(`send="native" ${CONTACTS}`, form);
      const seen = native();
      await fill(element);
      send(element);
      await until(() => seen.length === 1);
      expect(seen[0]?.form.action).to.equal(new URL(address, location.href).href);
      restoreSubmit();
    }
  });

  it('can be called off by the page, which hears nothing of the answers', async () => {
    const element = await show(`send="form" ${CONTACTS}`, OWN);
    endpoint(json(200, {}));
    const heard: string[] = [];
    page.addEventListener(
      'handrail-request-checked',
      (event) => {
        heard.push(carried(event));
        event.preventDefault();
      },
      { once: true },
    );
    send(element);
    await says(element, 'There is a problem');
    expect(heard).to.deep.equal([]);
    await fill(element);
    send(element);
    await until(() => heard.length === 1);
    await element.updateComplete;
    expect(heard).to.deep.equal(['{}']);
    expect([posts.length, document.title]).to.deep.equal([0, title]);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    expect(find(element, '.handrail-status').innerText).to.equal('');
    send(element);
    await says(element, 'Request received');
    expect(posts).to.have.lengthOf(1);
  });

  it('shows a receipt without a reference where there is none, and no word of one', async () => {
    const element = await show(`send="form" ${CONTACTS}`, OWN);
    endpoint(() => new Response(null, { status: 202 }));
    await fill(element);
    send(element);
    await says(element, 'Request received');
    expect(element.innerText).not.to.match(/reference/i);
    expect(element.innerText).to.contain('If you have heard nothing by then, get in touch:');
    expect(await objections(element)).to.deep.equal([]);
  });

  it('puts what an endpoint says of a field at that field, ours or the author’s, and the rest above', async () => {
    const element = await show(`send="form" ${CONTACTS}`, FORM);
    endpoint(
      json(422, { errors: { Email: ['No such box'], ward: ['Not here'], other: ['Call us'] } }),
    );
    await fill(element);
    type(authorForm(element), 'ward', 'Hill');
    send(element);
    await says(element, 'There is a problem');
    const links = [...element.querySelectorAll('.handrail-summary a')].map(
      (one) => one.textContent,
    );
    expect(links).to.deep.equal(['Not here', 'No such box']);
    expect(find(element, '.handrail-summary').innerText).to.contain('Call us');
    expect(find(element, '[id$="-email-error"]').innerText).to.contain('No such box');
    expect(find(element, '#ward').getAttribute('aria-invalid')).to.equal('true');
    expect(await objections(element)).to.deep.equal([]);
    expect(posts).to.have.lengthOf(1);
  });

  it('says that a page without a new token has not sent, and keeps the answers', async () => {
    for (const status of [400, 403, 419, 404, 422]) {
      const element = await show(`send="form" ${CONTACTS}`, OWN);
      endpoint(() => new Response('<h1>No', { status, headers: { 'Content-Type': 'text/html' } }));
      await fill(element);
      send(element);
      await says(element, 'We could not take your request.');
      expect(find(element, '[name=email]').value).to.equal('sam@example.org');
      expect(posts).to.have.lengthOf(1);
    }
  });
});
