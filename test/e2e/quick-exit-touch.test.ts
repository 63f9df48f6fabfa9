import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { DrivenSites } from './quick-exit-chromium.ts';

const ELEMENT =
  '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

type Point = readonly [x: number, y: number];

/** What fingers do, from the middle of the exit, in CSS pixels: each step is the fingers that are down. */
const LEAVING: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  taps: [[[0, 0]]],
  'drifts by 25 px inside the button': [[[0, 0]], [[12, 2]], [[25, 4]]],
  'shakes by 20 px up and down': [[[0, 0]], [[0, 20]], [[0, -20]], [[5, 12]]],
  'comes second, while another rests on the glass': [
    [[-60, 260]],
    [
      [-60, 260],
      [0, 0],
    ],
  ],
  'is joined by a second one beside the button': [
    [[0, 0]],
    [
      [0, 0],
      [-80, 220],
    ],
  ],
};

const STAYING: Readonly<Record<string, readonly (readonly Point[])[]>> = {
  'begins on the exit and swipes far down': [[[0, 0]], [[0, 60]], [[0, 150]], [[0, 260]]],
  'scrolls over the exit from beside it': [[[0, 260]], [[0, 150]], [[0, 60]], [[0, 0]]],
};

describe('A finger on the exit, on a phone’s Chromium', () => {
  let driven: DrivenSites;
  before(async () => {
    driven = await DrivenSites.start({
      '/p1': {
        body: '<div class="long"></div>',
        script: "document.querySelector('.long').style.height = '4000px';",
      },
      '/p2': {
        exit: ELEMENT,
        body: '<div class="long"></div>',
        script: "document.querySelector('.long').style.height = '4000px';",
      },
    });
  });
  after(() => driven.stop());

  async function open(path: string): Promise<{ page: Page; touch: CDPSession; middle: Point }> {
    const { page, context } = await driven.visit(path, undefined, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 700 },
    });
    const box = await page.locator('.leave, .handrail-exit-link').first().boundingBox();
    if (!box) throw new Error('There is no exit on the page.');
    driven.sites.arrivals.length = 0;
    return {
      page,
      touch: await context.newCDPSession(page),
      middle: [box.x + box.width / 2, box.y + box.height / 2],
    };
  }

  async function move(
    touch: CDPSession,
    middle: Point,
    steps: readonly (readonly Point[])[],
  ): Promise<void> {
    let down = 0;
    for (const fingers of steps) {
      await touch.send('Input.dispatchTouchEvent', {
        type: fingers.length > down ? 'touchStart' : 'touchMove',
        touchPoints: fingers.map(([x, y], id) => ({ x: middle[0] + x, y: middle[1] + y, id })),
      });
      down = fingers.length;
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  for (const [path, what] of [
    ['/p1', 'the plain link'],
    ['/p2', 'the element'],
  ] as const) {
    for (const [name, steps] of Object.entries(LEAVING)) {
      it(`leaves by ${what} when it ${name}`, async () => {
        const { touch, middle } = await open(path);
        await move(touch, middle, steps);
        await driven.sites.untilArrived(1);
      });
    }

    for (const [name, steps] of Object.entries(STAYING)) {
      it(`stays by ${what} when it ${name}`, async () => {
        const { page, touch, middle } = await open(path);
        await move(touch, middle, steps);
        // The page still answers, and nothing has been asked for.
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        assert.equal(driven.sites.arrivals.length, 0);
      });
    }

    it(`leaves by ${what} at a click that a script makes, as voice control and switches do`, async () => {
      const { page } = await open(path);
      await page.evaluate(() =>
        document
          .querySelector('.leave, .handrail-exit-link')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
      );
      await driven.sites.untilArrived(1);
    });

    it(`leaves by ${what} when the browser takes the finger away, as its menu for a long press does`, async () => {
      const { touch, middle } = await open(path);
      const [x, y] = middle;
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x, y, id: 0 }],
      });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
      await driven.sites.untilArrived(1);
    });
  }
});
