import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import type { Spot } from './screen.ts';
import { until } from './screen.ts';
import { PAINT, Sites, arrivalMark } from './quick-exit-sites.ts';

/** The exit takes the focus at each press on the page's ground: a keyboard may still be in the address bar. */
const FOCUS =
  "onclick = () => document.querySelector('[data-handrail-exit], handrail-quick-exit a').focus();";

const GROUND: Spot = { x: 700, y: 620 };

type Travel = readonly (readonly [x: number, y: number])[];

/** How the mouse goes between press and release, from where it was pressed, in pixels of the screen. */
const TRAVELS: Readonly<Record<string, { from: 'middle' | 'edge'; travel: Travel }>> = {
  'slips by 4 to 20 px': {
    from: 'middle',
    travel: [
      [4, 0],
      [8, 3],
      [15, 5],
      [20, 0],
    ],
  },
  'shakes to and fro': {
    from: 'middle',
    travel: [
      [12, 8],
      [-12, -8],
      [20, 0],
      [-20, 4],
    ],
  },
  'slips off the edge by 20 px': {
    from: 'edge',
    travel: [
      [10, 0],
      [20, 0],
    ],
  },
};

for (const engine of ENGINES) {
  describe(`A hand on the exit, with a real mouse and keyboard in ${engine}`, () => {
    let sites: Sites;
    let browser: RealBrowser;
    before(async () => {
      sites = await Sites.start({
        '/p1': { script: FOCUS },
        '/p2': {
          script: FOCUS,
          exit: '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>',
        },
        '/p3': {
          exit: '',
          body: '<iframe src="/p4"></iframe>',
          script:
            "document.querySelector('iframe').style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';",
        },
        '/p5': {
          exit: '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>',
          body: '<textarea autofocus></textarea>',
          script: `onclick = () => document.querySelector('textarea').focus();
            for (const type of ['wheel', 'pointerup']) addEventListener(type, () => note(type));`,
        },
      });
      browser = await RealBrowser.open(engine, sites.search);
      await browser.screen.untilShows(PAINT.search);
    });
    after(async () => {
      await browser.close();
      await sites.stop();
    });
    afterEach(() => {
      sites.release();
    });

    async function open(path: string): Promise<void> {
      const { screen } = browser;
      await sites.visit(browser, path, () => screen.shows(PAINT.exit));
      await screen.settled();
      sites.arrivals.length = 0;
    }

    /** The middle of the exit, or its end. */
    function spotOn(where: 'middle' | 'edge'): Spot {
      const spots = browser.screen.spots(PAINT.exit);
      const middle = spots[Math.floor(spots.length / 2)];
      if (!middle) throw new Error('There is no exit on the screen.');
      const row = spots.filter(({ y }) => y === middle.y).map(({ x }) => x);
      return { x: where === 'edge' ? Math.max(...row) : middle.x, y: middle.y };
    }

    async function press({ x, y }: Spot, travel: Travel = [], button = '1'): Promise<void> {
      const moves = travel.flatMap(([across, down]) => [
        'mousemove',
        String(x + across),
        String(y + down),
        'sleep',
        '0.02',
      ]);
      await browser.screen.xdotool('mousemove', String(x), String(y), 'mousedown', button);
      await browser.screen.xdotool('sleep', '0.05', ...moves, 'mouseup', button);
    }

    async function left(): Promise<void> {
      await sites.untilArrived(1);
      await until('the destination', () => browser.screen.shows(arrivalMark(1)));
      assert.equal(sites.arrivals.length, 1);
    }

    async function stayed(): Promise<void> {
      await browser.screen.settled();
      assert.equal(sites.arrivals.length, 0);
      assert.ok(browser.screen.shows(PAINT.exit));
    }

    for (const [path, what] of [
      ['/p1', 'the plain link'],
      ['/p2', 'the element'],
    ] as const) {
      for (const [name, { from, travel }] of Object.entries(TRAVELS)) {
        it(`leaves by ${what} when the mouse ${name}`, async () => {
          await open(path);
          await press(spotOn(from), travel);
          await left();
        });
      }

      it(`stays by ${what} when the mouse slides far away, and leaves at the next press`, async () => {
        await open(path);
        await press(spotOn('middle'), [
          [60, 60],
          [250, 150],
        ]);
        await stayed();
        await press(spotOn('middle'));
        await left();
      });

      it(`leaves by ${what} with the middle button, in this tab alone`, async () => {
        await open(path);
        await press(spotOn('middle'), [], '2');
        await left();
      });

      for (const key of ['Return', 'space', 'ctrl+Return', 'shift+Return']) {
        it(`leaves by ${what} with ${key} at its first press`, async () => {
          await open(path);
          await press(GROUND);
          // The page gives the focus to the exit.
          await browser.screen.settled();
          await browser.screen.press(key);
          await left();
        });
      }
    }

    it('leaves with the whole page when the exit is in a frame of the same site', async () => {
      await open('/p3');
      await press(spotOn('middle'));
      await left();
      assert.ok(!browser.screen.shows(PAINT.visit));
    });

    it('leaves when the browser is zoomed in and when it is zoomed out', async () => {
      for (const zoom of ['ctrl+plus', 'ctrl+minus']) {
        await open('/p1');
        const size = (): number => browser.screen.spots(PAINT.exit).length;
        for (let step = 0; step < 3; step += 1) {
          const before = size();
          await browser.screen.press(zoom);
          await until('another size', () => size() !== before);
        }
        await browser.screen.settled();
        await press(spotOn('edge'), [[20, 0]]);
        await left();
        await browser.screen.press('ctrl+0');
      }
    });

    it('stays while somebody types, selects and scrolls with Shift, and leaves at three presses of it', async () => {
      const { screen } = browser;
      await open('/p5');
      await press(GROUND);
      await screen.type('SOS A B C Hello, I Am Here');
      await screen.press('shift+Left', 'shift+Left', 'shift+Tab', 'shift+Home');
      // A hand lets go of Shift once the page has moved. A wheel has a queue of its own in some engines.
      const withShift = async (type: string, ...acts: string[]): Promise<void> => {
        sites.notes.length = 0;
        await screen.xdotool('mousemove', '700', '620', 'keydown', 'Shift_L', ...acts);
        await until(type, () => sites.notes.includes(type));
        await screen.xdotool('keyup', 'Shift_L');
      };
      for (let turn = 0; turn < 3; turn += 1) await withShift('wheel', 'click', '5');
      for (let drag = 0; drag < 3; drag += 1) {
        await withShift('pointerup', 'mousedown', '1', 'mousemove', '720', '630', 'mouseup', '1');
      }
      await stayed();
      await screen.press('Shift_L', 'Shift_R', 'Shift_L');
      await left();
    });
  });
}
