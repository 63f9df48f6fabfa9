import { expect } from '@open-wc/testing';
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import { templates as arabic } from '../../src/locales/generated/ar.ts';
import { templates as welsh } from '../../src/locales/generated/cy.ts';
import type { QuickExit } from '../../src/quick-exit/quick-exit.ts';
import { clear, show, shortcutLine } from './quick-exit.helper.ts';

const note = (element: Element): string =>
  element.querySelector('.handrail-exit-note')?.textContent.trim() ?? '';

/** The name of the exit's link, from the words that it is labelled by. */
const nameOf = (element: Element): string =>
  (element.querySelector('a')?.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => element.querySelector(`#${id}`)?.textContent ?? '')
    .join(' ');

describe('The quick exit’s words', () => {
  afterEach(clear);

  it('name the link as an emergency to a screen reader, apart from its own words', async () => {
    const element = await show();
    expect(nameOf(element)).to.equal('Emergency: Leave now');
    expect(element.querySelector('a')?.outerHTML).to.match(/>Leave now<\/a>$/);
  });

  it('say that the history stays, where the exit leads and how the keyboard leaves', async () => {
    const element = await show();
    expect(note(element)).to.equal(
      'Leaving does not clear your browsing history. Opens bbc.co.uk.',
    );
    expect(shortcutLine(element)?.innerText).to.equal('Or press Shift 3 times');
    expect(shortcutLine(element)?.checkVisibility()).to.equal(true);
    const apart = [...element.querySelectorAll('bdi')].map(({ textContent }) => textContent);
    expect(apart).to.deep.equal(['Shift', '3']);
    expect(element.querySelector('bdi kbd')?.textContent).to.equal('Shift');
  });

  it('can be replaced, one by one', async () => {
    const texts = {
      'Leaving does not clear your browsing history.': 'This visit stays in your history.',
    };
    const element = await show(`texts='${JSON.stringify(texts)}'`);
    expect(note(element)).to.equal('This visit stays in your history. Opens bbc.co.uk.');
    element.texts = {
      ...texts,
      'Opens {1}.': 'Opens the weather.',
      'Emergency:': 'Urgent:',
      'Or press {key} {count} times': '{key}, {count} times.',
    };
    await element.updateComplete;
    expect(note(element)).to.equal('This visit stays in your history. Opens the weather.');
    expect(nameOf(element)).to.equal('Urgent: Leave now');
    expect(shortcutLine(element)?.innerText).to.equal('Shift, 3 times.');
    element.texts = { 'Or press {key} {count} times': 'See our {help} page.' };
    await element.updateComplete;
    expect(shortcutLine(element)?.innerText).to.equal('See our {help} page.');
    expect(note(element)).to.contain('Leaving does not clear');
  });

  it('name no place where the site’s own server decides, and the real one where the address is refused', async () => {
    const own = await show('', '<a href="/leave" data-handrail-exit="server">Leave</a>');
    expect(note(own)).to.equal('Leaving does not clear your browsing history.');
    const refused = await show('', '<a href="javascript:alert(1)">Leave</a>');
    expect(note(refused)).to.contain('Opens bbc.co.uk.');
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
    expect(exit?.className).to.equal('handrail-exit-link');
    expect(advice?.className).to.equal('');
    expect(advice?.checkVisibility()).to.equal(true);
  });
});

/** The relative luminance of a colour as `getComputedStyle` gives it, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? [])
    .slice(0, 3)
    .map((value) => Number(value) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const RGB = /rgb\([^)]*\)/g;

describe('The quick exit’s look', () => {
  const frame = document.createElement('div');
  before(() => {
    document.body.append(frame);
  });
  after(() => frame.remove());
  afterEach(() => {
    clear();
    frame.removeAttribute('style');
    document.adoptedStyleSheets = [];
  });

  /** Waits until a new width has been seen, and what follows from it has been drawn. */
  async function settled(): Promise<void> {
    for (let frames = 0; frames < 4; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  async function showIn(width: number, attributes = ''): Promise<QuickExit> {
    Object.assign(frame.style, {
      position: 'absolute',
      left: '0',
      inlineSize: `${String(width)}px`,
    });
    const element = await show(attributes);
    frame.append(element);
    await settled();
    return element;
  }

  const linkOf = (element: Element): HTMLAnchorElement => {
    const link = element.querySelector('a');
    if (!link) throw new Error('There is no link.');
    return link;
  };

  for (const theme of ['', 'govuk', 'nhs', 'london']) {
    const name = theme || 'no theme';
    it(`has an edge of 3:1 on any ground, at rest and with focus, and words of 7:1: ${name}`, async () => {
      if (theme) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(await (await fetch(`/src/themes/${theme}.css`)).text());
        document.adoptedStyleSheets = [sheet];
      }
      const link = linkOf(await show());
      const { color, backgroundColor } = getComputedStyle(link);
      expect(contrast(color, backgroundColor)).to.be.at.least(7);
      const edges = (): string[] => {
        const { borderTopColor, boxShadow, outlineColor, outlineStyle } = getComputedStyle(link);
        const outline = outlineStyle === 'none' ? [] : [outlineColor];
        return [borderTopColor, ...outline, ...(boxShadow.match(RGB) ?? [])];
      };
      const grounds = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(111, 111, 111)', backgroundColor];
      for (let grey = 0; grey < 256; grey += 5)
        grounds.push(`rgb(${[grey, grey, grey].join(', ')})`);
      const weak = (): string[] =>
        grounds.filter((ground) => edges().every((edge) => contrast(edge, ground) < 3));
      expect(edges()).to.have.lengthOf(2);
      expect(weak(), 'at rest').to.deep.equal([]);
      link.focus({ focusVisible: true });
      expect(edges()).to.have.lengthOf(4);
      expect(weak(), 'with focus').to.deep.equal([]);
      // The fill stays red, so that the words stay white on it.
      expect(getComputedStyle(link).backgroundColor).to.equal(backgroundColor);
    });
  }

  it('is 48 px high or more, and a finger that shakes on it does not scroll or select', async () => {
    const link = linkOf(await show());
    expect(link.getBoundingClientRect().height).to.be.at.least(48);
    const style = getComputedStyle(link);
    const select = style.userSelect || style.getPropertyValue('-webkit-user-select');
    expect([style.touchAction, select]).to.deep.equal(['none', 'none']);
  });

  it('keeps the spaces between the author’s own words', async () => {
    const link = linkOf(await show('', '<a href="https://www.bbc.co.uk/"><b>Leave</b> now</a>'));
    expect(getComputedStyle(link).display).to.match(/block$/);
    expect(link.innerText).to.match(/Leave now$/);
  });

  it('takes the room that the fallback style sheet keeps: that of the same words, in every language', async () => {
    const css = await (await fetch('/src/themes/fallback.css')).text();
    const english = [
      'Leaving does not clear your browsing history.',
      'Or press {key} {count} times',
      'This translation is a draft. Nobody has reviewed it yet.',
    ];
    const element = await show();
    expect(note(element)).to.contain(english[0]);
    const translated = [arabic, welsh].flatMap((templates: Readonly<Record<string, unknown>>) =>
      english.map((words) => String(templates[generateMsgId(words, false)])),
    );
    const missing = [...english.slice(0, 2), ...translated]
      .map((words) => words.replace('{key}', 'Shift').replace('{count}', '3'))
      .filter((words) => !css.includes(`'${words}'`));
    expect(missing).to.deep.equal([]);
  });

  it('has the note beside the button, and the shortcut at the other end', async () => {
    const element = await showIn(780);
    const link = linkOf(element).getBoundingClientRect();
    const words = element.querySelector('.handrail-exit-note')?.getBoundingClientRect();
    const keys = shortcutLine(element)?.getBoundingClientRect();
    const bar = element.getBoundingClientRect();
    expect(link.left - (words?.right ?? 0)).to.be.within(0, 24);
    expect((keys?.left ?? 0) - bar.left).to.be.within(0, 24);
    expect(getComputedStyle(element).fontSize).to.equal('16px');
    expect(bar.height).to.be.below(80);
  });

  it('fills a narrow room with the button, and has the note below it', async () => {
    const element = await showIn(320);
    const link = linkOf(element).getBoundingClientRect();
    const words = element.querySelector('.handrail-exit-note')?.getBoundingClientRect();
    expect([link.width, words?.width]).to.deep.equal([288, 288]);
    expect(words?.top).to.be.at.least(link.bottom);
    frame.style.inlineSize = '700px';
    await settled();
    expect(linkOf(element).getBoundingClientRect().width).to.be.below(288);
  });

  it('hides the shortcut on a phone alone: not beside a keyboard, nor in a wide room', async () => {
    const element = await showIn(320);
    const phones = document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ media }) => media.mediaText.includes('hover: none'));
    expect(phones).to.have.lengthOf(1);
    const visible = (): boolean | undefined => shortcutLine(element)?.checkVisibility();
    // An engine without a screen may say of itself that it has no mouse.
    for (const { media } of phones) media.mediaText = 'not all';
    expect(visible(), 'a desktop at 400% zoom').to.equal(true);
    for (const { media } of phones) media.mediaText = 'all';
    expect(visible(), 'a phone').to.equal(false);
    element.setAttribute('data-handrail-keyboard', '');
    expect(visible(), 'a phone with a keyboard').to.equal(true);
    element.removeAttribute('data-handrail-keyboard');
    frame.style.inlineSize = '700px';
    await settled();
    expect(visible(), 'a tablet').to.equal(true);
    for (const { media } of phones) media.mediaText = '(hover: none)';
  });
});
