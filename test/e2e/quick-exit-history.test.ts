import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { until } from './screen.ts';
import { PAINT, Sites, arrivalMark, mark } from './quick-exit-sites.ts';

/** Tells what the page is called at the moment at which its address changes, and what that is then. */
const ADDRESS = `const replace = History.prototype.replaceState;
  History.prototype.replaceState = function (...given) {
    const { title } = document;
    replace.apply(this, given);
    note(title + ' at ' + location.href);
  };`;

for (const engine of ENGINES) {
  describe(`The way out, with a real window, keyboard and mouse in ${engine}`, () => {
    let sites: Sites;
    let browser: RealBrowser;
    before(async () => {
      sites = await Sites.start({ '/p3': { early: ADDRESS } });
      browser = await RealBrowser.open(engine, sites.search);
    });
    after(async () => {
      await browser.close();
      await sites.stop();
    });
    afterEach(() => {
      sites.release();
    });

    /** Follows the links from the search to the third page, one history entry each. */
    async function visitThreePages(): Promise<void> {
      const { screen } = browser;
      await screen.untilShows(PAINT.search);
      for (const page of [1, 2, 3]) {
        await screen.click(PAINT.next, () => screen.shows(mark(page)));
      }
    }

    /** The search, or which of its answers the destination shows; neither while a page is on its way. */
    function place(): number | undefined {
      if (browser.screen.shows(PAINT.search)) return 0;
      const answers = sites.arrivals.map((_, index) => index + 1);
      return answers.find((arrival) => browser.screen.shows(arrivalMark(arrival)));
    }

    /** Presses a key of the history, and waits for another place: a page that is being left takes no keys. */
    async function turn(press: () => Promise<void>): Promise<void> {
      const from = place();
      await press();
      await until('another place', () => {
        const now = place();
        return now !== undefined && now !== from;
      });
    }

    it('covers the page and its name while the destination takes its time, and tells it nothing', async () => {
      const { screen } = browser;
      await visitThreePages();
      sites.hold();
      if (engine !== 'webkit') await screen.untilShows(PAINT.icon);
      await screen.click(PAINT.exit, () => sites.arrivals.length > 0);
      await until('a covered page', () => !screen.shows(PAINT.visit));
      // The window's title follows its page a little later.
      await until('a neutral title', async () => !/abuse|127\.0\.0\.2/.test(await browser.title()));
      // The address bar names the host. It does so before the title goes: Firefox names a tab without
      // a title by its address, and does not look again.
      await until('a note', () => sites.notes.length > 0);
      // A note comes by a beacon and by a picture.
      assert.deepEqual(new Set(sites.notes), new Set([`Support after abuse 3 at ${sites.site}/`]));
      // WebKitGTK's small browser gives a tab no second icon before the next page.
      if (engine !== 'webkit') await until('another icon', () => !screen.shows(PAINT.icon));
      // Nobody who presses on in a panic undoes it.
      await screen.press('Escape', 'Shift_L', 'Shift_L', 'Return', 'F5');
      sites.release();
      await screen.untilShows(PAINT.destination);
      assert.deepEqual(
        new Set(sites.arrivals.map(({ referrer }) => referrer)),
        new Set([undefined]),
      );
    });

    it('never shows the visit on the way back to the search, and not on the way forward', async () => {
      const { screen } = browser;
      const watch = screen.watch(PAINT.visit);
      for (let press = 0; press < 4 && !screen.shows(PAINT.search); press += 1) {
        await turn(() => browser.back());
      }
      assert.ok(screen.shows(PAINT.search));
      for (let press = 0; press < 2; press += 1) {
        await turn(() => browser.forward());
        assert.ok(screen.shows(PAINT.destination));
      }
      await until('twenty looks at the screen', () => watch.looks() > 20);
      assert.equal(watch.stop().seen, 0);
    });

    it('lets in whoever comes back on purpose, and lets them go back and forth again', async () => {
      const { screen } = browser;
      await sites.visit(browser, '/p5', () => screen.shows(mark(5)));
      await screen.click(PAINT.next, () => screen.shows(mark(6)));
      await browser.back();
      await screen.untilShows(mark(5));
    });

    it('takes the other tabs of the site along', async () => {
      const { screen } = browser;
      await screen.click(PAINT.newTab, () => screen.shows(mark(9)));
      const arrived = sites.arrivals.length;
      await screen.click(PAINT.exit, () => sites.arrivals.length === arrived + 2);
    });
  });
}
