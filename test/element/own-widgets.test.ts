import { expect } from '@open-wc/testing';
import { endpoint, native, posts } from './endpoint-page.ts';
import {
  authorForm,
  CONTACTS,
  emptyPage,
  fill,
  find,
  json,
  page,
  says,
  send,
  show,
  until,
  warnings,
} from './format-request-page.ts';

/** A form with something of the author's own in it, which posts by script. */
const showOwn = (own: string, form = '') =>
  show(
    `send="form" ${CONTACTS}`,
    `<form method="post" action="/contact" ${form}><label>Email <input name="email"></label>${own}<button>Send</button></form>`,
  );

/** A node that a script adds. */
function add(parent: Element, tag: string, attributes: Record<string, string> = {}): HTMLElement {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.append(node);
  return node;
}

/** A field that holds what a CAPTCHA found out, and the frame that it is shown in. */
function solve(container: Element, field: string): { frame: HTMLElement; token: HTMLInputElement } {
  const frame = add(container, 'iframe', { title: 'I am no robot' });
  const token = add(container, 'textarea', { name: field, style: 'display: none' });
  return { frame, token: token as HTMLInputElement };
}

describe('A CAPTCHA in the author’s form', () => {
  let restore = (): unknown => undefined;
  afterEach(() => restore());

  for (const [name, container] of [
    ['that is named by data-sitekey', '<div class="g-recaptcha" data-sitekey="key"></div>'],
    ['that a script draws into an empty place', '<div id="captcha"></div>'],
  ] as const) {
    it(`${name} stays where it is, is shown, and sends what it finds out late`, async () => {
      const element = await showOwn(container);
      endpoint(json(200, {}));
      const place = find(authorForm(element), 'div');
      const { frame, token } = solve(place, 'g-recaptcha-response');
      await until(() => frame.checkVisibility());
      await fill(element);
      token.value = 'token-1';
      send(element);
      await says(element, 'Request received');
      expect(posts[0]?.body.getAll('g-recaptcha-response')).to.deep.equal(['token-1']);
      expect([frame.parentNode, token.parentNode, place.parentNode]).to.deep.equal([
        place,
        place,
        authorForm(element),
      ]);
      expect(find(authorForm(element), 'label').checkVisibility()).to.equal(false);
    });
  }

  it('that writes into a hidden field has that sent, and a new page does not empty it', async () => {
    const element = await showOwn(
      '<div class="cf-turnstile" data-sitekey="key"><input type="hidden" name="cf-turnstile-response"></div>',
    );
    endpoint(() => new Response(null, { status: 403 }), json(200, {}));
    // The page as its server gives it again, before any script has run on it.
    const again = new DOMParser().parseFromString(page.innerHTML, 'text/html');
    const real = window.XMLHttpRequest;
    window.XMLHttpRequest = class {
      readonly status = 200;
      readonly responseXML = again;
      onloadend = (): void => undefined;
      open(): void {}
      setRequestHeader(): void {}
      send(): void {
        this.onloadend();
      }
    } as unknown as typeof XMLHttpRequest;
    restore = () => (window.XMLHttpRequest = real);
    find(element, '[name=cf-turnstile-response]').setAttribute('value', 'token-2');
    await fill(element);
    send(element);
    await says(element, 'We could not take your request.');
    send(element);
    await says(element, 'Request received');
    expect(posts.map(({ body }) => body.get('cf-turnstile-response'))).to.deep.equal([
      'token-2',
      'token-2',
    ]);
  });

  it('that is a custom element with a box of its own is shown whole', async () => {
    const element = await showOwn(
      '<own-captcha data-sitekey><input id="robot" type="checkbox" aria-label="I am no robot"><input type="hidden" name="proof" value="p1"></own-captcha>',
    );
    endpoint(json(200, {}));
    expect(find(element, '#robot').checkVisibility()).to.equal(true);
    await fill(element);
    send(element);
    await says(element, 'Request received');
    expect(posts[0]?.body.get('proof')).to.equal('p1');
  });

  it('that is the author’s button leaves their form as it is, and says why', async () => {
    const main = await emptyPage();
    main.innerHTML = `<handrail-format-request>
      <form action="/contact"><input name="email"><button class="g-recaptcha" data-sitekey="key">Send</button></form>
    </handrail-format-request>`;
    await until(() => warnings.length > 0);
    expect(warnings[0]).to.match(/CAPTCHA buttons/);
    expect(find(page, 'button').checkVisibility()).to.equal(true);
    expect(find(page, '[name=email]').checkVisibility()).to.equal(true);
  });
});

describe('The author’s own fields that scripts change', () => {
  it('are not shown where a style sheet keeps them for robots, whatever else changes', async () => {
    const element = await showOwn(
      '<style>.trap { display: none }</style><p class="trap"><input name="website"></p><div id="empty"></div>',
    );
    add(find(element, '#empty'), 'input', { type: 'hidden', name: 'late' });
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(authorForm(element).checkVisibility()).to.equal(false);
  });

  it('are shown once a script shows or adds them', async () => {
    const element = await showOwn(
      '<p id="late" style="display: none"><label>Ward <input name="ward"></label></p><div id="empty"></div>',
    );
    expect(find(element, '[name=ward]').checkVisibility()).to.equal(false);
    find(element, '#late').style.display = '';
    const added = add(find(element, '#empty'), 'input', { name: 'street', 'aria-label': 'Street' });
    await until(() => find(element, '[name=ward]').checkVisibility() && added.checkVisibility());
    find(element, '#late').style.display = 'none';
    added.remove();
    await until(() => !authorForm(element).checkVisibility());
  });
});

describe('A file in the author’s form', () => {
  const FILE = '<label>Proof <input type="file" name="proof"></label>';

  /** Chooses a file as somebody does. */
  function choose(element: Element): void {
    const list = new DataTransfer();
    list.items.add(new File(['It is I.'], 'proof.txt', { type: 'text/plain' }));
    find(element, '[name=proof]').files = list.files;
  }

  it('is sent by a script with its name and what is in it, and chosen again for another request', async () => {
    const element = await showOwn(FILE, 'enctype="multipart/form-data"');
    endpoint(json(200, {}));
    expect(find(element, '[name=proof]').checkVisibility()).to.equal(true);
    choose(element);
    await fill(element);
    send(element);
    await says(element, 'Request received');
    const file = posts[0]?.body.get('proof') as File;
    expect([file.name, await file.text()]).to.deep.equal(['proof.txt', 'It is I.']);
    expect(posts[0]?.body.get('email')).to.equal('sam@example.org');
    expect(find(element, '[name=proof]').files).to.have.lengthOf(0);
  });

  it('is sent by the browser, once, and without a page in answer nobody is told to send again', async () => {
    const element = await show(
      `send="native" ${CONTACTS}`,
      `<form method="post" action="/contact" enctype="multipart/form-data">${FILE}</form>`,
    );
    const seen = native();
    choose(element);
    await fill(element);
    // No answer comes, and its time passes at once.
    const realTimeout = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void) => realTimeout(run)) as typeof window.setTimeout;
    send(element);
    while (seen.length === 0) await new Promise(requestAnimationFrame);
    window.setTimeout = realTimeout;
    await says(element, 'It may have arrived: ask us in another way before you send it again.');
    expect(seen).to.have.lengthOf(1);
    expect(seen[0]?.form.enctype).to.equal('multipart/form-data');
    const file = seen[0]?.body.get('proof') as File;
    expect([file.name, await file.text()]).to.deep.equal(['proof.txt', 'It is I.']);
    expect(element.innerText).to.contain('Not done yet');
    expect(element.innerText).not.to.match(/moment/);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });
});
