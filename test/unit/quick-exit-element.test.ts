import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { QuickExit } from '../../src/quick-exit/quick-exit.ts';

const TAG = 'handrail-quick-exit';
if (!customElements.get(TAG)) customElements.define(TAG, QuickExit);

/** How often an exit's link was pressed. The guard is not on this page: nothing leaves. */
function presses(link: Element | null): { count: number } {
  const result = { count: 0 };
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    result.count += 1;
  });
  return result;
}

async function show(attributes = '', inner?: string): Promise<QuickExit> {
  const template = document.createElement('template');
  template.innerHTML = `<${TAG} ${attributes}>${inner ?? '<a href="https://www.bbc.co.uk/weather">Leave now</a>'}</${TAG}>`;
  const element = template.content.firstElementChild as QuickExit;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const status = (element: Element): string =>
  element.querySelector('[role=status]')?.textContent.trim() ?? '';

describe('The quick exit’s words', () => {
  afterEach(() => document.querySelectorAll(TAG).forEach((element) => element.remove()));

  it('name the link as an emergency to a screen reader, apart from its own words', async () => {
    const element = await show();
    expect(element.querySelector('a')?.textContent).to.equal('Emergency: Leave now');
    const prefix = element.querySelector('[data-handrail-prefix]');
    if (!prefix) throw new Error('The link has no prefix.');
    // Chromium drops a space that is not laid out, and says "Emergency:Leave now".
    expect(getComputedStyle(prefix).whiteSpace).to.equal('pre');
  });

  it('say that the history stays, and can be replaced', async () => {
    const element = await show();
    expect(element.textContent).to.contain('does not clear your browsing history');
    element.setAttribute('note-text', 'This visit stays in your history.');
    element.setAttribute('prefix-text', 'Urgent:');
    element.setAttribute('help-summary-text', 'Keys');
    element.setAttribute('help-text', 'Three times Shift.');
    await element.updateComplete;
    expect(element.querySelector('p')?.textContent.trim()).to.equal(
      'This visit stays in your history.',
    );
    expect(element.querySelector('a')?.textContent).to.equal('Urgent: Leave now');
    expect(element.querySelector('summary')?.textContent).to.equal('Keys');
    expect(element.querySelector('details p')?.textContent).to.equal('Three times Shift.');
  });

  it('make a landmark where the author made none, and leave the author’s own alone', async () => {
    const element = await show();
    expect([element.getAttribute('role'), element.getAttribute('aria-label')]).to.deep.equal([
      'region',
      'Quick exit',
    ]);
    const named = await show('role="complementary" aria-label="Way out"');
    expect([named.getAttribute('role'), named.getAttribute('aria-label')]).to.deep.equal([
      'complementary',
      'Way out',
    ]);
  });

  it('stand for a link where the author forgot it', async () => {
    const element = await show('', '');
    expect(element.querySelector('a')?.protocol).to.equal('https:');
    expect(element.querySelector('a')?.textContent).to.contain('Leave this page now');
  });

  it('leave a second link, such as one to advice, as it is', async () => {
    const element = await show(
      '',
      '<a href="https://www.bbc.co.uk/">Leave</a> <a href="/safety">Stay safe</a>',
    );
    const [exit, advice] = element.querySelectorAll('a');
    expect(exit?.className).to.equal('handrail-quick-exit__link');
    expect(advice?.className).to.equal('');
    expect(advice?.checkVisibility()).to.equal(true);
  });
});

describe('The quick exit’s shortcut', () => {
  afterEach(() => document.querySelectorAll(TAG).forEach((element) => element.remove()));

  it('leaves at the third press of Shift, and says after each how many are left', async () => {
    const element = await show();
    const pressed = presses(element.querySelector('a'));
    await sendKeys({ press: 'Shift' });
    await element.updateComplete;
    expect(status(element)).to.equal('Press Shift another 2 times to leave.');
    expect(element.querySelector('a')?.getAttribute('data-handrail-lights')).to.equal('●○○');
    await sendKeys({ press: 'Shift' });
    await element.updateComplete;
    expect(status(element)).to.equal('Press Shift once more to leave.');
    expect(pressed.count).to.equal(0);
    await sendKeys({ press: 'Shift' });
    expect(pressed.count).to.equal(1);
  });

  it('can be the Escape key', async () => {
    const element = await show('shortcut="escape"');
    const pressed = presses(element.querySelector('a'));
    for (let press = 0; press < 3; press += 1) await sendKeys({ press: 'Shift' });
    expect(pressed.count).to.equal(0);
    for (let press = 0; press < 3; press += 1) await sendKeys({ press: 'Escape' });
    expect(pressed.count).to.equal(1);
  });

  it('can be off', async () => {
    const element = await show('shortcut="off"');
    const pressed = presses(element.querySelector('a'));
    for (let press = 0; press < 3; press += 1) await sendKeys({ press: 'Shift' });
    expect(pressed.count).to.equal(0);
    expect(element.querySelector('details')).to.equal(null);
  });

  it('is not pressed by typing capital letters', async () => {
    const element = await show();
    const pressed = presses(element.querySelector('a'));
    for (const key of ['A', 'B', 'C', 'D']) {
      await sendKeys({ press: 'Shift' });
      await sendKeys({ press: key });
    }
    expect(pressed.count).to.equal(0);
  });

  it('is announced once where there are two exits, in words of the author’s own', async () => {
    const first = await show('progress-text="{count} to go"');
    const second = await show();
    await sendKeys({ press: 'Shift' });
    await Promise.all([first.updateComplete, second.updateComplete]);
    expect([status(first), status(second)]).to.deep.equal(['2 to go', '']);
  });

  it('says so when too much time went by, without a press', async () => {
    const element = await show('expired-text="Cancelled."');
    const real = window.setTimeout.bind(window);
    let expire: (() => void) | undefined;
    window.setTimeout = ((run: () => void) => {
      expire = run;
      return 0;
    }) as unknown as typeof setTimeout;
    await sendKeys({ press: 'Shift' });
    window.setTimeout = real;
    expire?.();
    await element.updateComplete;
    expect(status(element)).to.equal('Cancelled.');
    expect(element.querySelector('a')?.getAttribute('data-handrail-lights')).to.equal('');
  });
});
