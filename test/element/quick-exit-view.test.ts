import { expect } from '@open-wc/testing';
import { Host } from '../contract/host.ts';

const TAG = 'handrail-quick-exit';
const LINK = '<a href="https://www.bbc.co.uk/weather">Leave this page now</a>';
const example = { name: 'A quick exit', html: `<${TAG}>${LINK}</${TAG}>` };

/** A page that does what hostile pages do, named as a person would. */
const PAGES: Readonly<Record<string, { width?: number; css?: string; dir?: string }>> = {
  'on a phone of 320 px': { width: 320 },
  'at 400% zoom, where 1280 px are 320': { width: 320, css: 'html { font-size: 100% }' },
  'from right to left': { dir: 'rtl' },
  'inside boxes that cut off what overflows': {
    css: 'main { overflow: hidden; max-block-size: 200px }',
  },
  'inside a box that a transform moves': { css: 'main { transform: translateX(-30px) scale(1) }' },
  'inside a box that paints below others': { css: 'main { position: relative; z-index: 0 }' },
};

describe('The quick exit stays in view', () => {
  let host: Host;
  afterEach(() => host.close());

  const frames = (count = 2): Promise<void> =>
    new Promise((resolve) => {
      const next = (left: number): void => {
        if (left === 0) resolve();
        else host.window.requestAnimationFrame(() => next(left - 1));
      };
      next(count);
    });

  const add = (html: string, where: Element = host.document.body): HTMLElement => {
    const template = document.createElement('template');
    template.innerHTML = html;
    where.append(host.document.importNode(template.content, true));
    return where.lastElementChild as HTMLElement;
  };

  const link = (): HTMLAnchorElement => {
    const found = host.document.querySelector<HTMLAnchorElement>('a.handrail-exit-link');
    if (!found) throw new Error('There is no exit on the page.');
    return found;
  };

  /** Whether a click in the middle of the link reaches it, and all of it is on the screen. */
  const reachable = (): boolean => {
    const { left, top, right, bottom, width, height } = link().getBoundingClientRect();
    const { clientWidth, clientHeight } = host.document.documentElement;
    const inside = left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
    const hit = host.document.elementFromPoint(left + width / 2, top + height / 2);
    return inside && hit !== null && link().contains(hit);
  };

  for (const [name, { width = 800, css = '', dir = 'ltr' }] of Object.entries(PAGES)) {
    it(`${name}: under a cookie banner, and at the end of a long page`, async () => {
      host = await Host.open(width);
      host.addStyles(
        `${css} .banner { position: fixed; inset: 0; z-index: 99999; background: white } .long { block-size: 5000px }`,
      );
      host.document.documentElement.dir = dir;
      await host.show(example, TAG);
      add('<div class="long"></div>');
      add('<div class="banner"></div>');
      await frames();
      expect(reachable(), 'at the top').to.equal(true);
      host.window.scrollTo(0, 99_999);
      await frames();
      expect(reachable(), 'at the end').to.equal(true);
    });
  }

  it('comes above what covers it later: full screen, a popover, a popover in a shadow root', async () => {
    host = await Host.open();
    await host.show(example, TAG);
    const outer = add('<div></div>');
    const root = outer.attachShadow({ mode: 'closed' });
    const cover = host.document.createElement('div');
    Object.assign(cover.style, {
      position: 'fixed',
      inset: '0',
      inlineSize: '100%',
      blockSize: '100%',
    });
    for (const parent of [host.document.body, root]) {
      parent.append(cover);
      cover.popover = 'manual';
      cover.showPopover();
      host.window.dispatchEvent(new host.window.PointerEvent('pointermove'));
      await frames();
      expect(reachable()).to.equal(true);
      cover.hidePopover();
      cover.remove();
    }
  });

  it('is there again where the page closes every popover', async () => {
    host = await Host.open();
    await host.show(example, TAG);
    link().hidePopover();
    await frames(3);
    expect(reachable()).to.equal(true);
  });

  it('stays below a header that is always there, so as not to cover its words', async () => {
    host = await Host.open(320);
    await host.show(example, TAG);
    host.addStyles(
      'header { position: fixed; inset: 0 0 auto; background: white } .long { block-size: 5000px }',
    );
    const header = add('<header>Marshwell Council, a page with words up to its very end</header>');
    add('<div class="long"></div>');
    host.window.scrollTo(0, 1000);
    await frames(3);
    expect(link().getBoundingClientRect().top).to.be.at.least(
      header.getBoundingClientRect().bottom,
    );
    header.textContent = '';
    host.window.scrollTo(0, 1200);
    await frames(3);
    expect(link().getBoundingClientRect().top).to.equal(8);
  });

  it('does not cover what has focus', async () => {
    host = await Host.open(320);
    await host.show(example, TAG);
    host.addStyles('header { position: fixed; inset: 0 0 auto } .long { block-size: 5000px }');
    const header = add('<header><button>Menu of a sticky header, in the way</button></header>');
    add('<div class="long"></div>');
    host.window.scrollTo(0, 1000);
    await frames();
    const button = header.querySelector('button');
    button?.focus();
    await frames();
    const focus = button?.getBoundingClientRect();
    const box = link().getBoundingClientRect();
    expect(box.top).to.be.greaterThan(focus?.bottom ?? Infinity);
    expect(reachable()).to.equal(true);
  });

  it('is at the first or second stop of the Tab key, wherever it stands', async () => {
    host = await Host.open();
    for (const word of ['One', 'Two', 'Three']) add(`<button>${word}</button>`, host.main);
    await host.show(example, TAG);
    const early = host.document.body.firstElementChild as HTMLAnchorElement;
    expect(early.matches('a.handrail-exit-early')).to.equal(true);
    expect(early.textContent).to.contain('Leave this page now');
    early.focus();
    const { left, top } = early.getBoundingClientRect();
    expect(host.document.elementFromPoint(left + 10, top + 10)).to.equal(early);
    host.document.querySelector(TAG)?.remove();
    expect(host.document.querySelector('.handrail-exit-early')).to.equal(null);
  });

  it('adds no second link where the first is early enough', async () => {
    host = await Host.open();
    await host.show(example, TAG);
    expect(host.document.querySelector('.handrail-exit-early')).to.equal(null);
  });

  it('keeps its words readable when the page restyles visited and hovered links', async () => {
    host = await Host.open();
    host.addStyles('a:link, a:visited { color: rgb(200, 0, 0); background: none }');
    await host.show(example, TAG);
    const { color, backgroundColor } = host.window.getComputedStyle(link());
    expect([color, backgroundColor]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(179, 0, 27)']);
  });

  it('works inside another component’s shadow root', async () => {
    host = await Host.open();
    const outer = add('<div></div>', host.main);
    const root = outer.attachShadow({ mode: 'open' });
    const element = host.document.createElement(TAG);
    element.append(
      Object.assign(host.document.createElement('a'), {
        href: 'https://www.bbc.co.uk/weather',
        textContent: 'Leave',
      }),
    );
    root.append(element);
    await host.settled(element);
    await frames();
    const inner = root.querySelector('a');
    const { left, top, width, height } = inner?.getBoundingClientRect() ?? new DOMRect();
    expect(width).to.be.greaterThan(0);
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    expect(inner?.contains(hit)).to.equal(true);
  });
});
