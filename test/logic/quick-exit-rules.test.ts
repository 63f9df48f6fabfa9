import { expect } from 'chai';
import { destination } from '../../src/quick-exit/destination.ts';
import {
  DEFAULT_MINUTES,
  judgeArrival,
  minutesOf,
  readMark,
} from '../../src/quick-exit/exit-mark.ts';
import { HOLD, KeySequence, WINDOW } from '../../src/quick-exit/key-sequence.ts';
import type { KeyPress } from '../../src/quick-exit/key-sequence.ts';
import { placement } from '../../src/quick-exit/placement.ts';

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
  it('holds for as many minutes as the author says, and ten where that is no number over 0', () => {
    expect(minutesOf('3')).to.equal(3);
    expect(DEFAULT_MINUTES).to.equal(10);
    for (const setting of [null, undefined, '', 'soon', '0', '-5', NaN]) {
      expect(minutesOf(setting)).to.equal(10);
    }
  });

  it('is the last exit where another host of the site has remembered one too', () => {
    expect(readMark('a=1; _v=1795000000000; b=2; _v=1795000009000')).to.equal(1795000009000);
    expect(readMark('_v=1795000009000; _v=1795000000000')).to.equal(1795000009000);
  });

  for (const cookies of ['', 'a=1', '_v=', '_v=x', 'my_v=5', '_video=5', '_v5=5']) {
    it(`is no exit where the cookies are ${JSON.stringify(cookies)}`, () => {
      expect(readMark(cookies)).to.equal(0);
    });
  }
});

describe('Which pages are shown after an exit', () => {
  const LEFT = Date.UTC(2026, 10, 23, 10);
  const ARRIVAL = { now: LEFT + 60_000, started: LEFT + 59_000, type: 'navigate', entry: 'a-b-c' };
  const judge = (change: object = {}, notes = '', left = LEFT): string => {
    const { now, started, type, entry } = { ...ARRIVAL, ...change };
    return judgeArrival(left, notes, now, started, type, entry);
  };

  it('shows every page where nobody has left', () => {
    expect(judge({ type: 'back_forward' }, '', 0)).to.equal('stay');
  });

  it('counts a page that somebody opens on purpose as a return, also a second later', () => {
    expect(judge()).to.equal('return');
    expect(judge({ started: LEFT + 1, now: LEFT + 1000 })).to.equal('return');
    expect(judge({ type: undefined, entry: undefined })).to.equal('return');
  });

  for (const type of ['back_forward', 'reload']) {
    it(`sends a page away that comes by ${type}, until somebody has come back in this tab`, () => {
      expect(judge({ type })).to.equal('away');
      expect(judge({ type }, ` ${String(LEFT)}`)).to.equal('stay');
      expect(judge({ type }, ` ${String(LEFT - 5)}`)).to.equal('away');
    });
  }

  it('sends a page away that was on its way when somebody left', () => {
    expect(judge({ started: LEFT - 1 })).to.equal('away');
    expect(judge({ started: LEFT })).to.equal('away');
  });

  it('sends an entry of the history away that somebody left, also after a return and without the cookie', () => {
    expect(judge({}, ` x,a-b-c,y ${String(LEFT)}`)).to.equal('away');
    expect(judge({}, ' x,a-b-c,y', 0)).to.equal('away');
    expect(judge({ entry: '' }, ' x,y')).to.equal('return');
  });

  it('shuts nobody out where the clock was put back after the exit', () => {
    expect(judge({ now: LEFT - 3_600_000, started: LEFT - 3_600_500 })).to.equal('return');
  });
});

describe('What counts as a press of the shortcut', () => {
  const key = (type: string, name: string, at: number, rest: Partial<KeyPress> = {}): KeyPress => ({
    type,
    key: name,
    timeStamp: at,
    repeat: false,
    isComposing: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...rest,
  });
  const down = (name: string, at: number, rest?: Partial<KeyPress>): KeyPress =>
    key('keydown', name, at, rest);
  const up = (name: string, at: number, rest?: Partial<KeyPress>): KeyPress =>
    key('keyup', name, at, rest);
  const tap = (at: number, rest?: Partial<KeyPress>): KeyPress[] => [
    down('Shift', at, rest),
    up('Shift', at + 90, rest),
  ];
  const counted = (...events: KeyPress[]): number => {
    const sequence = new KeySequence('Shift');
    for (const each of events) sequence.press(each);
    return sequence.count;
  };

  it('counts the key three times, however slowly within the window', () => {
    expect(counted(...tap(0), ...tap(WINDOW), ...tap(2 * WINDOW))).to.equal(3);
  });

  it('counts a press as the key comes up again, whatever the browser says of Shift then', () => {
    expect(counted(down('Shift', 0, { shiftKey: true }))).to.equal(0);
    expect(
      counted(down('Shift', 0, { shiftKey: true }), up('Shift', 90, { shiftKey: true })),
    ).to.equal(1);
    expect(counted(down('Shift', 0), up('Shift', 90, { shiftKey: false }))).to.equal(1);
  });

  it('starts again when too much time went by', () => {
    expect(counted(...tap(0), ...tap(200), ...tap(WINDOW + 400))).to.equal(1);
  });

  it('counts left and right Shift also where both are down at once', () => {
    const both = [down('Shift', 0), down('Shift', 50), up('Shift', 100), up('Shift', 150)];
    expect(counted(...both, ...tap(300))).to.equal(3);
  });

  it('does not count a chord: a capital letter, Shift and Tab, a screen reader’s heading', () => {
    for (const name of ['A', 'Tab', 'H', 'ArrowLeft', 'Insert', 'CapsLock']) {
      const chord = [
        down('Shift', 0),
        down(name, 30, { shiftKey: true }),
        up('Shift', 60),
        up(name, 90),
      ];
      expect(counted(...chord, ...chord, ...chord), name).to.equal(0);
      expect(counted(...tap(0), ...chord, ...tap(500), ...tap(700)), name).to.equal(2);
    }
  });

  it('does not count a Shift that was pressed where the page heard nothing of it', () => {
    expect(counted(up('Shift', 0), up('Shift', 100), up('Shift', 200))).to.equal(0);
  });

  it('does not count a key that is held', () => {
    const repeats = [100, 200, 300].map((at) => down('Shift', at, { repeat: true }));
    expect(counted(down('Shift', 0), ...repeats, up('Shift', 400))).to.equal(1);
    expect(counted(...tap(0), down('Shift', 200), up('Shift', 200 + HOLD + 1))).to.equal(0);
  });

  it('does not count the press that takes a locked Shift back (Sticky Keys)', () => {
    const locked = down('A', 0, { shiftKey: true });
    expect(counted(locked, up('A', 50), ...tap(100), ...tap(300), ...tap(500))).to.equal(2);
    // Caps Lock is no Shift.
    expect(counted(down('A', 0), up('A', 50), ...tap(100), ...tap(300), ...tap(500))).to.equal(3);
  });

  for (const modifier of ['altKey', 'ctrlKey', 'metaKey', 'isComposing'] as const) {
    it(`does not count a press with ${modifier}`, () => {
      expect(counted(...tap(0), ...tap(200, { [modifier]: true }))).to.equal(0);
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

  it('goes below words that no scrolling brings out from under it, and to the bottom for want of room', () => {
    const header = { left: 0, top: 0, right: 320, bottom: 60 };
    expect(placement({ ...size, home: { left: 104, top: -9 }, fixed: [header] }).top).to.equal(68);
    const banner = { left: 0, top: 64, right: 320, bottom: 400 };
    const both = { ...size, home: { left: 104, top: -9 }, fixed: [header, banner] };
    expect(placement(both).top).to.equal(408);
    const all = { left: 0, top: 0, right: 320, bottom: 500 };
    expect(placement({ ...size, home: { left: 104, top: -9 }, fixed: [all] }).top).to.equal(8);
  });

  it('stays at the top when what has focus fills the screen', () => {
    expect(placement({ ...size, home: { left: 104, top: -9 }, focus: view }).top).to.equal(8);
  });
});
