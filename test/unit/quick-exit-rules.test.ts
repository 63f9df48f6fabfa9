import { expect } from '@open-wc/testing';
import { destination } from '../../src/quick-exit/destination.ts';
import { DEFAULT_MINUTES, readMark, writeMark } from '../../src/quick-exit/exit-mark.ts';
import { KeySequence, WINDOW } from '../../src/quick-exit/key-sequence.ts';
import type { KeyPress } from '../../src/quick-exit/key-sequence.ts';
import { placement } from '../../src/quick-exit/placement.ts';
import { replacesEntry } from '../../src/quick-exit/single-entry.ts';

describe('Where an exit may lead', () => {
  const here = { href: 'https://www.marshwell.example/help', hostname: 'www.marshwell.example' };

  for (const href of [
    'https://www.bbc.co.uk/weather',
    'http://www.bbc.co.uk/weather',
    '//www.bbc.co.uk/weather',
    'https://notmarshwell.example/',
  ]) {
    it(`takes ${href}`, () => {
      expect(destination(href, here)).to.equal(new URL(href, here.href).href);
    });
  }

  for (const href of [
    null,
    undefined,
    '',
    '/news',
    '#top',
    'https://',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,hello',
    'mailto:help@marshwell.example',
    'https://www.marshwell.example/news',
    'https://marshwell.example/',
    'https://forms.marshwell.example/',
  ]) {
    it(`refuses ${JSON.stringify(href)}`, () => {
      expect(destination(href, here)).to.equal(undefined);
    });
  }

  it('refuses the site that the page’s own host is a part of', () => {
    const forms = { href: 'https://forms.marshwell.example/', hostname: 'forms.marshwell.example' };
    expect(destination('https://marshwell.example/', forms)).to.equal(undefined);
  });

  it('takes an address of the site’s own that its author says sends people on', () => {
    expect(destination('/leave', here, true)).to.equal('https://www.marshwell.example/leave');
    expect(destination('javascript:alert(1)', here, true)).to.equal(undefined);
  });
});

describe('What the cookie remembers of an exit', () => {
  const NOW = Date.UTC(2026, 10, 23, 10);

  it('holds for as many minutes as the author says, and no longer', () => {
    const value = writeMark(NOW, 3);
    expect(readMark(value, NOW + 3 * 60_000 - 1).left).to.equal(NOW);
    expect(readMark(value, NOW + 3 * 60_000).left).to.equal(0);
  });

  for (const minutes of [NaN, 0, -5]) {
    it(`holds for ten minutes where the author says ${String(minutes)}`, () => {
      const value = writeMark(NOW, minutes);
      expect(DEFAULT_MINUTES).to.equal(10);
      expect(readMark(value, NOW + 10 * 60_000 - 1).left).to.equal(NOW);
      expect(readMark(value, NOW + 10 * 60_000).left).to.equal(0);
    });
  }

  it('knows whether somebody has come back since', () => {
    expect(readMark(writeMark(NOW, 3), NOW).returned).to.equal(false);
    expect(readMark(`${writeMark(NOW, 3)}-`, NOW)).to.deep.equal({ left: NOW, returned: true });
  });

  for (const value of ['', 'x', 'a-b', '1-2-3-4']) {
    it(`takes a cookie that says ${JSON.stringify(value)} for no exit`, () => {
      expect(readMark(value, NOW).left).to.equal(0);
    });
  }
});

describe('What counts as a press of the shortcut', () => {
  const press = (key: string, at: number, rest: Partial<KeyPress> = {}): KeyPress => ({
    key,
    timeStamp: at,
    repeat: false,
    isComposing: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...rest,
  });
  const counted = (...presses: KeyPress[]): number => {
    const sequence = new KeySequence('Shift');
    for (const each of presses) sequence.press(each);
    return sequence.count;
  };

  it('counts the key three times, however slowly within the window', () => {
    expect(counted(press('Shift', 0), press('Shift', WINDOW), press('Shift', 2 * WINDOW))).to.equal(
      3,
    );
  });

  it('starts again when too much time went by', () => {
    expect(counted(press('Shift', 0), press('Shift', 10), press('Shift', WINDOW + 11))).to.equal(1);
  });

  it('starts again at any other key, so that typing capitals never adds up', () => {
    expect(counted(press('Shift', 0), press('A', 1), press('Shift', 2), press('B', 3))).to.equal(0);
  });

  it('does not count a key that is held', () => {
    expect(
      counted(
        press('Shift', 0),
        press('Shift', 1, { repeat: true }),
        press('Shift', 2, { repeat: true }),
      ),
    ).to.equal(1);
  });

  for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const) {
    it(`does not count a press with ${modifier}`, () => {
      expect(counted(press('Shift', 0), press('Shift', 1, { [modifier]: true }))).to.equal(0);
    });
  }
});

describe('Where the exit’s link goes', () => {
  const view = { left: 0, top: 0, right: 320, bottom: 500 };
  const size = { width: 200, height: 44, view };

  it('stays at home while its home is in view', () => {
    expect(placement({ ...size, home: { left: 104, top: 60 } })).to.deep.equal({
      left: 104,
      top: 60,
    });
  });

  it('stays at the top when its home has scrolled away', () => {
    expect(placement({ ...size, home: { left: 104, top: -900 } }).top).to.equal(8);
  });

  it('stays in what a reader sees who has zoomed in', () => {
    const zoomed = { left: 10, top: 300, right: 210, bottom: 440 };
    expect(
      placement({ home: { left: 104, top: -900 }, width: 150, height: 44, view: zoomed }),
    ).to.deep.equal({ left: 52, top: 308 });
  });

  it('goes to the bottom rather than cover what has focus', () => {
    const focus = { left: 10, top: 5, right: 150, bottom: 40 };
    expect(placement({ ...size, home: { left: 104, top: -9 }, focus }).top).to.equal(448);
  });

  it('stays at the top when what has focus fills the screen', () => {
    expect(placement({ ...size, home: { left: 104, top: -9 }, focus: view }).top).to.equal(8);
  });
});

describe('Which clicks a single-entry visit puts in the place of the page', () => {
  const here = new URL('https://marshwell.example/help?a=1');
  const click = {
    button: 0,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
  };
  const link = (href: string, attributes: Record<string, string> = {}): HTMLAnchorElement =>
    Object.assign(document.createElement('a'), { href: new URL(href, here).href }, attributes);

  it('takes an ordinary click on a link to another page of the site', () => {
    expect(replacesEntry(click, link('/news'), here)).to.equal(true);
    expect(replacesEntry(click, link('/news#second', { target: '_self' }), here)).to.equal(true);
  });

  for (const key of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented'] as const) {
    it(`leaves a click with ${key} alone`, () => {
      expect(replacesEntry({ ...click, [key]: true }, link('/news'), here)).to.equal(false);
    });
  }

  it('leaves the middle button alone', () => {
    expect(replacesEntry({ ...click, button: 1 }, link('/news'), here)).to.equal(false);
  });

  it('leaves new tabs, downloads, places on this page and other sites alone', () => {
    expect(replacesEntry(click, link('/news', { target: '_blank' }), here)).to.equal(false);
    expect(replacesEntry(click, link('/a.pdf', { download: 'a' }), here)).to.equal(false);
    expect(replacesEntry(click, link('/help?a=1#top'), here)).to.equal(false);
    expect(replacesEntry(click, link('https://www.bbc.co.uk/'), here)).to.equal(false);
    expect(replacesEntry(click, link('mailto:help@marshwell.example'), here)).to.equal(false);
  });
});
