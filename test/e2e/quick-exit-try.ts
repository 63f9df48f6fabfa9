import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { until } from './screen.ts';
import { TRIED } from './quick-exit-threats.ts';
import type { Threat } from './quick-exit-threats.ts';
import { PAINT, Sites, arrivalMark } from './quick-exit-sites.ts';

/** For how long the destination is held back after the page has tried what it can, in milliseconds. */
const WAIT = 600;

/** How often a covered page is looked at: too few looks would prove nothing. */
const LOOKS = 20;

/** A spot on which every page of the visited site has its ground. */
const GROUND = { x: 700, y: 620 };

/** What the titles of the visited site's pages have in them, and no others. */
const NAMES_IT = /abuse/;

/** Leaves by one press of the mouse in the face of each threat, in a real window of every engine. */
export function tryThreats(kind: string, threats: readonly Threat[]): void {
  for (const engine of ENGINES) {
    describe(`The way out when ${kind}, in a real window of ${engine}`, () => {
      const pages = Object.fromEntries(
        threats.map((threat, index) => [`/t${String(index)}/p5`, threat]),
      );
      let sites: Sites;
      let browser: RealBrowser;
      before(async () => {
        sites = await Sites.start(pages);
        browser = await RealBrowser.open(engine, sites.search);
        await browser.screen.untilShows(PAINT.search);
      });
      after(async () => {
        await browser.close();
        await sites.stop();
      });

      for (const [path, { name, first, hold, acts }] of Object.entries(pages)) {
        it(`holds against ${name}`, async () => {
          const { screen } = browser;
          let visits = Infinity;
          // The note of a page may end with that page, where it gets to navigate.
          const tried = (): boolean =>
            !acts || sites.notes.includes(TRIED) || sites.visits.length > visits;
          sites.notes.length = 0;
          await sites.visit(browser, path, () => screen.shows(PAINT.exit));
          await screen.settled();
          if (first !== undefined) {
            await screen.pressOnce(first);
            await until('what the first press does', tried);
            await screen.settled();
          }
          sites.arrivals.length = 0;
          visits = sites.visits.length;
          sites.hold();
          await screen.pressOnce(PAINT.exit, 1, hold);
          await sites.untilArrived(1);
          // A window gets its title from its page by another way than its pixels, and maybe later.
          await until(
            'a covered page without a title',
            async () =>
              screen.colourAt(GROUND) !== PAINT.visit &&
              !screen.shows(PAINT.exit) &&
              !screen.shows(PAINT.widget) &&
              !NAMES_IT.test(await browser.title()),
          );
          const ground = screen.watchSpot(GROUND, PAINT.visit);
          const widget = screen.watch(PAINT.widget);
          const titles = new Set<string>();
          await until('a try', async () => {
            titles.add(await browser.title());
            return tried();
          });
          const end = performance.now() + WAIT;
          while (performance.now() < end || ground.result.looks <= LOOKS)
            titles.add(await browser.title());
          sites.release();
          const state = (): string =>
            JSON.stringify({
              arrivals: sites.arrivals,
              visits: sites.visits.slice(visits),
              ground: { colour: screen.colourAt(GROUND).toString(16), ...ground.result },
              now: performance.now(),
              titles: [...titles],
            });
          await until(
            'the destination',
            () => sites.arrivals.some((_, index) => screen.shows(arrivalMark(index + 1))),
            state,
          );
          assert.equal(ground.stop().seen, 0, `the page was seen again: ${state()}`);
          assert.equal(widget.stop().seen, 0, `something above the page was seen: ${state()}`);
          assert.ok(![...titles].some((title) => NAMES_IT.test(title)), `its title: ${state()}`);
          // A page that acts may stop the way out each of the two times; it is begun again then.
          assert.ok(
            sites.arrivals.length <= (acts ? 3 : 1),
            `asked ${String(sites.arrivals.length)} times`,
          );
        });
      }
    });
  }
}
