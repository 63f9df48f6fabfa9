import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { clear, show, shortcutLine } from './quick-exit.helper.ts';

/** How often an exit's link was pressed. The guard is not on this page: nothing leaves. */
function presses(element: Element): { count: number } {
  const result = { count: 0 };
  element.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    result.count += 1;
  });
  return result;
}

const status = (element: Element): string =>
  element.querySelector('[role=status]')?.textContent.trim() ?? '';

const lights = (element: Element): string | null | undefined =>
  element.querySelector('a')?.getAttribute('data-handrail-lights');

const lit = (element: Element): number =>
  element.querySelectorAll('.handrail-exit-light-lit').length;

/** Everything that a screen reader is told by an element, from now on. */
function listen(element: Element): string[] {
  const said: string[] = [];
  const region = element.querySelector('[role=status]');
  if (region)
    new MutationObserver(() => said.push(status(element))).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  return said;
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Half a press of Shift, which WebDriver cannot make: test/e2e does it with a real keyboard. */
function shift(type: 'keydown' | 'keyup', repeat = false): void {
  document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true, repeat }));
}

/** What happens between presses that are meant for something else, by how it is done. */
const INTERRUPTIONS: Readonly<Record<string, () => void | Promise<void>>> = {
  'the mouse’s wheel': () =>
    void document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true })),
  'a mouse button or a finger': () =>
    void document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
  dragging: () => void document.body.dispatchEvent(new DragEvent('dragstart', { bubbles: true })),
  'a letter of a touch keyboard, which has no key': () =>
    void document.body.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a' })),
  'an input method': () =>
    void document.body.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })),
  'an arrow': () => press('ArrowDown'),
  'a letter': () => press('a'),
  'a number': () => press('1'),
  'the Escape key': () => press('Escape'),
};

describe('The quick exit’s shortcut', () => {
  afterEach(clear);

  it('leaves at the third press of Shift, and shows how far it is', async () => {
    const element = await show();
    const pressed = presses(element);
    await press('Shift');
    await element.updateComplete;
    expect([lights(element), lit(element), shortcutLine(element)?.innerText]).to.deep.equal([
      '●○○',
      1,
      '',
    ]);
    await press('Shift');
    await element.updateComplete;
    expect([lights(element), lit(element), shortcutLine(element)?.innerText]).to.deep.equal([
      '●●○',
      2,
      'Once more to leave',
    ]);
    expect(pressed.count).to.equal(0);
    await press('Shift');
    expect(pressed.count).to.equal(1);
    await element.updateComplete;
    expect([lights(element), lit(element)]).to.deep.equal(['', 0]);
  });

  it('says nothing for one press, and one sentence before the last', async () => {
    const element = await show();
    presses(element);
    const said = listen(element);
    await press('Shift');
    await element.updateComplete;
    expect(said).to.deep.equal([]);
    await press('Shift');
    await element.updateComplete;
    expect(said).to.deep.equal(['Press Shift once more to leave.']);
  });

  it('says nothing at all for capitals and for a screen reader’s own keys', async () => {
    const element = await show();
    const pressed = presses(element);
    const said = listen(element);
    for (const key of ['A', 'H', 'Insert', 'ArrowUp']) {
      shift('keydown');
      await press(key);
      shift('keyup');
    }
    await element.updateComplete;
    expect([said, pressed.count, lights(element)]).to.deep.equal([[], 0, '']);
  });

  it('is pressed as Shift comes up, so that a key that is held is one press', async () => {
    const element = await show();
    for (let time = 0; time < 5; time += 1) shift('keydown', time > 0);
    await element.updateComplete;
    expect(lights(element)).to.equal('');
    shift('keyup');
    await element.updateComplete;
    expect(lights(element)).to.equal('●○○');
  });

  for (const [name, interrupt] of Object.entries(INTERRUPTIONS)) {
    it(`starts again after ${name}, between presses and while Shift is down`, async () => {
      const element = await show();
      const pressed = presses(element);
      await press('Shift', 'Shift');
      await interrupt();
      await press('Shift');
      shift('keydown');
      await interrupt();
      shift('keyup');
      await press('Shift', 'Shift');
      await element.updateComplete;
      expect([pressed.count, lights(element)]).to.deep.equal([0, '●●○']);
    });
  }

  it('can be the Escape key', async () => {
    const element = await show('shortcut="escape"');
    expect(shortcutLine(element)?.innerText).to.equal('Or press Esc 3 times');
    const pressed = presses(element);
    await press('Shift', 'Shift', 'Shift');
    expect(pressed.count).to.equal(0);
    await press('Escape', 'Escape', 'Escape');
    expect(pressed.count).to.equal(1);
  });

  it('can be off', async () => {
    const element = await show('shortcut="off"');
    const pressed = presses(element);
    await press('Shift', 'Shift', 'Shift');
    expect(pressed.count).to.equal(0);
    expect(shortcutLine(element)).to.equal(null);
  });

  it('is announced once where there are two exits, in words of the author’s own', async () => {
    const first = await show(`texts='{"Press {1} once more to leave.": "One to go"}'`);
    const second = await show();
    await press('Shift', 'Shift');
    await Promise.all([first.updateComplete, second.updateComplete]);
    expect([status(first), status(second)]).to.deep.equal(['One to go', '']);
  });

  it('says that the page is still there when too much time went by after two presses, not after one', async () => {
    const element = await show();
    const real = window.setTimeout.bind(window);
    let expire: (() => void) | undefined;
    window.setTimeout = ((run: () => void) => {
      expire = run;
      return 0;
    }) as unknown as typeof setTimeout;
    await press('Shift');
    expire?.();
    await element.updateComplete;
    expect([status(element), lights(element)]).to.deep.equal(['', '']);
    await press('Shift', 'Shift');
    window.setTimeout = real;
    expire?.();
    await element.updateComplete;
    expect(status(element)).to.equal('You are still on this page.');
    expect(shortcutLine(element)?.innerText).to.equal('You are still on this page.');
    expect(lights(element)).to.equal('');
  });

  it('hears the keys in a frame of the same site, also in one inside it or in a shadow root', async () => {
    const element = await show();
    const frame = document.createElement('iframe');
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createElement('iframe'));
    document.body.append(frame, host);
    const loaded = async (outer: HTMLIFrameElement, html: string): Promise<Document> => {
      const done = new Promise((resolve) =>
        outer.addEventListener('load', resolve, { once: true }),
      );
      outer.srcdoc = html;
      await done;
      if (!outer.contentDocument) throw new Error('The frame is empty.');
      return outer.contentDocument;
    };
    /** Clicks where a field in a frame, and in the frames around that, is on the screen. */
    const clickOn = async (field: HTMLElement): Promise<void> => {
      const { left, top, width, height } = field.getBoundingClientRect();
      const place: [number, number] = [left + width / 2, top + height / 2];
      for (
        let around = field.ownerDocument.defaultView?.frameElement;
        around;
        around = around.ownerDocument.defaultView?.frameElement
      ) {
        if (around.ownerDocument.defaultView === window.parent) break;
        const box = around.getBoundingClientRect();
        place[0] += box.left + around.clientLeft;
        place[1] += box.top + around.clientTop;
      }
      await sendMouse({ type: 'click', position: [Math.round(place[0]), Math.round(place[1])] });
    };
    const leavesFrom = async (inner: Document): Promise<void> => {
      const field = inner.createElement('input');
      inner.body.append(field);
      await clickOn(field);
      const pressed = presses(element);
      await press('Shift', 'Shift', 'Shift');
      expect(pressed.count, inner.body.textContent).to.equal(1);
    };
    const outer = await loaded(frame, '<p>One</p>');
    await leavesFrom(outer);
    const nested = outer.createElement('iframe');
    outer.body.append(nested);
    await leavesFrom(await loaded(nested, '<p>Two</p>'));
    const shadowed = host.shadowRoot?.querySelector('iframe');
    if (shadowed) await leavesFrom(await loaded(shadowed, '<p>Three</p>'));
    // The same frame with another page in it.
    await leavesFrom(await loaded(frame, '<p>Four</p>'));
    frame.remove();
    host.remove();
  });

  it('shows its line wherever somebody has used a keyboard', async () => {
    const element = await show();
    expect(element.hasAttribute('data-handrail-keyboard')).to.equal(false);
    await press('ArrowDown');
    expect(element.hasAttribute('data-handrail-keyboard')).to.equal(true);
  });
});
