import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { comesTrue, until } from './screen.ts';
import { PAINT, Sites, mark } from './quick-exit-sites.ts';
import type { SitePage } from './quick-exit-sites.ts';

/** Pages whose own scripts do what covers are undone by. Each is a path of its own. */
const HOSTILE: Readonly<Record<string, SitePage & { name: string }>> = {
  '/p1': {
    name: 'an open modal dialog and a popover, left with the keyboard',
    exit: '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>',
    body: '<dialog class="widget"></dialog><div class="widget" popover="manual"></div>',
    script: `document.querySelector('.widget[popover]').showPopover();
      document.querySelector('dialog').showModal();`,
  },
  '/p2': {
    name: 'a widget with !important of its own, also beside the body',
    body: '<div class="widget"></div>',
    script: `const w = document.querySelector('.widget');
      const keep = () => w.style.cssText = 'display: block !important; visibility: visible !important; z-index: 2147483647; position: fixed';
      keep();
      setInterval(() => { document.documentElement.append(w); keep(); }, 20);`,
  },
  '/p3': {
    name: 'a script that takes the cover’s styles, and the neutral title, away again',
    body: '<div class="widget"></div>',
    script: `setInterval(() => { document.documentElement.removeAttribute('style'); document.title = 'Support after abuse'; }, 20);`,
  },
  '/p4': {
    name: 'a question about unsaved changes',
    body: '<div class="widget"></div>',
    script: `addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'Stay'; });`,
  },
};

/** Presses Shift three times, left and right alike, until it has an effect. */
async function pressShift({ screen }: RealBrowser, effect: () => boolean): Promise<void> {
  await until('an effect of pressing Shift', async () => {
    // The keyboard may still be in the address bar.
    await screen.xdotool('mousemove', '450', '600', 'click', '1');
    await screen.press('Shift_L', 'Shift_R', 'Shift_L');
    return await comesTrue(effect);
  });
}

for (const engine of ENGINES) {
  describe(`The cover, on a real screen in ${engine}`, () => {
    let sites: Sites;
    let browser: RealBrowser;
    before(async () => {
      sites = await Sites.start({
        ...HOSTILE,
        '/p6': {
          exit: '<a class="leave" data-handrail-exit href="{destination}/nothing" data-fallback-url="{destination}/second"></a>',
        },
      });
      browser = await RealBrowser.open(engine, sites.search);
      await browser.screen.untilShows(PAINT.search);
    });
    after(async () => {
      await browser.close();
      await sites.stop();
    });

    for (const [path, { name }] of Object.entries(HOSTILE)) {
      it(`is not undone by ${name}`, async () => {
        const { screen } = browser;
        await sites.visit(browser, path, () => screen.shows(mark(Number(path.slice(2)))));
        await screen.untilShows(PAINT.widget);
        sites.hold();
        const arrived = sites.arrivals.length;
        const gone = (): boolean => sites.arrivals.length > arrived;
        if (path === '/p1') await pressShift(browser, gone);
        else await screen.click(PAINT.exit, gone);
        await until('a cover', () => !screen.shows(PAINT.visit) && !screen.shows(PAINT.widget));
        const visit = screen.watch(PAINT.visit);
        const widget = screen.watch(PAINT.widget);
        let titles = 0;
        await until('fifty looks at the screen', async () => {
          if (/abuse/.test(await browser.title())) titles += 1;
          return widget.looks() > 50;
        });
        sites.release();
        await screen.untilShows(PAINT.destination);
        assert.deepEqual([visit.stop().seen, widget.stop().seen, titles], [0, 0, 0]);
      });
    }

    it('stays while a destination does not answer, until the second one does', async () => {
      const { screen } = browser;
      await sites.visit(browser, '/p6', () => screen.shows(mark(6)));
      sites.arrivals.length = 0;
      await screen.click(PAINT.exit, () => sites.arrivals.length > 0);
      // The request may leave before the screen is painted again.
      await until('a cover', () => !screen.shows(PAINT.visit));
      const visit = screen.watch(PAINT.visit);
      await screen.untilShows(PAINT.second);
      assert.equal(visit.stop().seen, 0);
      assert.deepEqual(
        sites.arrivals.map(({ path }) => path),
        ['/nothing', '/second'],
      );
    });
  });
}
