import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import type { Engine, Setup } from './real-browser.ts';
import { until } from './screen.ts';
import type { Watch } from './screen.ts';
import { PAINT, Sites, arrivalMark, mark } from './quick-exit-sites.ts';
import type { SitePage } from './quick-exit-sites.ts';

/** A spot on which every page of the visited site has its ground. */
const GROUND = { x: 700, y: 620 };

/** Has the browser render another page of the site before anybody asks for it. */
const AHEAD = (path: string): string =>
  `<script type="speculationrules">{"prerender":[{"urls":["${path}"],"eagerness":"immediate"}]}</script>`;

/** Says that the page has been rendered ahead, and that it has then been shown. */
const SAY_AHEAD = `if (document.prerendering) {
    note('ahead');
    document.addEventListener('prerenderingchange', () => note('shown'));
  }`;

/** An exit whose author names the domain of the site's hosts. */
const NAMED: SitePage = {
  exit: '<a class="leave" data-handrail-exit data-cookie-domain="marshwell.localhost" href="{destination}/"></a>',
};

const PAGES: Readonly<Record<string, SitePage>> = {
  // A worker brings the code past everything that the exit takes away from the page.
  '/goes/p3': {
    lax: true,
    body: AHEAD('/ahead/p4'),
    script: `const worker = new Worker('/a.worker.js');
      worker.onmessage = () => { location.href = '/ahead/p4'; note('tried'); };
      addEventListener('pointerdown', () => worker.postMessage(300), true);`,
  },
  '/deaf/p3': { early: 'delete self.BroadcastChannel;' },
  '/ahead/p4': { lax: true, early: `delete self.BroadcastChannel; ${SAY_AHEAD}` },
  '/next/p6': { lax: true, body: AHEAD('/p7') },
  '/p7': { lax: true, early: SAY_AHEAD },
  '/named/p1': NAMED,
  '/named/p3': NAMED,
  '/slow/p6': { early: 'const { now } = Date; Date.now = () => now() - 3_600_000;' },
};

/** A browser in the hands of a person, and the sites they visit. */
class Person {
  readonly sites: Sites;
  readonly browser: RealBrowser;

  private constructor(sites: Sites, browser: RealBrowser) {
    this.sites = sites;
    this.browser = browser;
  }

  static async with(
    engine: Engine,
    setup: Setup,
    act: (person: Person) => Promise<void>,
  ): Promise<void> {
    const sites = await Sites.start(PAGES);
    try {
      const browser = await RealBrowser.open(engine, sites.search, setup);
      try {
        await browser.screen.untilShows(PAINT.search);
        await act(new Person(sites, browser));
      } finally {
        await browser.close();
      }
    } finally {
      await sites.stop();
    }
  }

  /** Types the address of a page of the site. */
  async type(path: string, site = this.sites.site): Promise<void> {
    const number = Number(/\d+/.exec(path)?.[0]);
    await this.sites.visit(this.browser, path, () => this.browser.screen.shows(mark(number)), site);
    await this.browser.screen.settled();
  }

  /** Follows the link to the next page. */
  async follow(number: number): Promise<void> {
    await this.browser.screen.click(PAINT.next, () => this.browser.screen.shows(mark(number)));
  }

  /** Presses the exit, and waits until the page is covered. */
  async exit(): Promise<void> {
    const { screen } = this.browser;
    const arrived = this.sites.arrivals.length;
    await screen.pressOnce(PAINT.exit);
    await this.sites.untilArrived(arrived + 1);
    await until('a covered page', () => screen.colourAt(GROUND) !== PAINT.visit);
  }

  /** Follows the search to two pages, and leaves the second. */
  async visitAndExit(): Promise<void> {
    await this.follow(1);
    await this.follow(2);
    await this.browser.screen.settled();
    await this.exit();
  }

  /** Looks out for the visit from now on. */
  lookOut(): Watch {
    return this.browser.screen.watchSpot(GROUND, PAINT.visit);
  }

  /** What is on the screen: the visit, the search, or an answer of the destination. */
  place(): string | undefined {
    const { screen } = this.browser;
    if (screen.colourAt(GROUND) === PAINT.visit) return 'the visit';
    if (screen.shows(PAINT.search)) return 'the search';
    const answer = this.sites.arrivals.findIndex((_, index) =>
      screen.shows(arrivalMark(index + 1)),
    );
    return answer < 0 ? undefined : `answer ${String(answer + 1)}`;
  }

  /** What stands on the screen, and what the servers were asked for, for the error of a test. */
  state(): string {
    const { arrivals, asked } = this.sites;
    const ground = this.browser.screen.colourAt(GROUND).toString(16);
    return JSON.stringify({ place: this.place(), ground, arrivals, asked });
  }

  async untilDestination(): Promise<void> {
    await this.browser.screen.untilShows(PAINT.destination);
    await this.browser.screen.settled();
  }

  /** Goes back, and waits for another place. */
  async back(): Promise<string | undefined> {
    const from = this.place();
    await this.browser.back();
    await until(
      `another place than ${String(from)}`,
      () => ![undefined, from].includes(this.place()),
      () => this.state(),
    );
    await this.browser.screen.settled();
    return this.place();
  }

  /** Goes back until the search is there, and looks out for the visit meanwhile. */
  async backToSearch(): Promise<void> {
    const watch = this.lookOut();
    for (let press = 0; press < 4 && this.place() !== 'the search'; press += 1) {
      const place = await this.back();
      if (place === 'the visit') watch.stop();
      assert.notEqual(place, 'the visit');
    }
    assert.equal(this.place(), 'the search');
    await unseen(watch);
  }
}

/** Ends a look-out, once enough has been looked at to prove something. */
async function unseen(watch: Watch): Promise<void> {
  await until('enough looks', () => watch.result.looks > 20);
  assert.equal(watch.stop().seen, 0, 'the visit was seen');
}

for (const engine of ENGINES) {
  const as = (
    title: string,
    act: (person: Person) => Promise<void>,
    engines: readonly Engine[] = ['chromium', 'firefox', 'webkit'],
    setup: Setup = {},
  ): void => {
    if (engines.includes(engine)) it(title, () => Person.with(engine, setup, act));
  };

  describe(`After somebody has left, in a real window of ${engine}`, () => {
    as('a tab that was still loading shows nothing, and opens Back nowhere', async (person) => {
      const { sites, browser } = person;
      const { screen } = browser;
      await person.follow(1);
      await person.follow(2);
      await browser.openTab();
      await sites.visit(browser, '/p9?late', () => true);
      await browser.lookAtTab(1);
      await screen.untilShows(PAINT.exit);
      await person.exit();
      const watch = person.lookOut();
      assert.ok(!sites.visits.some(({ path }) => path === '/p9'), 'the second tab was there first');
      sites.answerLate();
      await sites.untilArrived(2);
      assert.ok(sites.visits.some(({ path }) => path === '/p9'));
      await person.untilDestination();
      await browser.lookAtTab(2);
      await until('the second answer', () => person.place() === 'answer 2');
      await browser.lookAtTab(1);
      await until('the first answer', () => person.place() === 'answer 1');
      await person.backToSearch();
      await unseen(watch);
    });

    as('whoever comes back on purpose gets in, and opens Back in no other tab', async (person) => {
      const { sites, browser } = person;
      const { screen } = browser;
      await person.follow(1);
      await person.follow(2);
      await browser.openTab();
      await person.type('/p3');
      await person.follow(4);
      await screen.settled();
      await person.exit();
      await sites.untilArrived(2);
      await person.untilDestination();
      await person.type('/p6');
      await person.follow(7);
      await browser.back();
      await screen.untilShows(mark(6));
      await browser.forward();
      await screen.untilShows(mark(7));
      await browser.lookAtTab(1);
      await person.untilDestination();
      await person.backToSearch();
    });

    as(
      'whoever comes back on purpose does not get to the first visit with Back',
      async (person) => {
        const { browser } = person;
        await person.visitAndExit();
        await person.untilDestination();
        await person.type('/p6');
        await browser.back();
        await person.untilDestination();
        await person.backToSearch();
      },
      // WebKitGTK has no Navigation API: docs/quick-exit/threats.md.
      ['chromium', 'firefox'],
    );

    as(
      'a page that was rendered ahead is not shown by the page that is left',
      async (person) => {
        const { sites } = person;
        await person.type('/goes/p3');
        await until('a page rendered ahead', () => sites.notes.includes('ahead'));
        await person.browser.screen.settled();
        sites.hold();
        await person.exit();
        const watch = person.lookOut();
        await until('a try', () => sites.notes.includes('tried'));
        await until('a hundred looks', () => watch.result.looks > 100);
        sites.release();
        await person.untilDestination();
        await person.backToSearch();
        await unseen(watch);
        assert.ok(!sites.notes.includes('shown'));
      },
      ['chromium'],
    );

    as('a tab that hears of nothing leaves when it is looked at', async (person) => {
      const { sites, browser } = person;
      await person.type('/deaf/p3');
      await browser.openTab();
      await person.type('/p1');
      await browser.screen.settled();
      await person.exit();
      await person.untilDestination();
      await browser.lookAtTab(1);
      await until('the second answer', () => person.place() === 'answer 2');
      assert.equal(sites.arrivals.length, 2);
      await person.backToSearch();
    });

    as(
      'a page that is rendered ahead for whoever has come back works as ever',
      async (person) => {
        const { sites, browser } = person;
        await person.visitAndExit();
        await person.untilDestination();
        await person.type('/next/p6');
        await until('a page rendered ahead', () => sites.notes.includes('ahead'));
        await person.follow(7);
        await until('that page', () => sites.notes.includes('shown'));
        await browser.back();
        await browser.screen.untilShows(mark(6));
        await browser.forward();
        await browser.screen.untilShows(mark(7));
        await browser.screen.settled();
        await person.exit();
        await person.untilDestination();
        assert.notEqual(await person.back(), 'the visit');
      },
      ['chromium'],
    );

    for (const [when, answered] of [
      ['during the wait', false],
      ['after it', true],
    ] as const) {
      as(
        `a browser that was quit ${when} comes back without the visit`,
        async (person) => {
          const { sites, browser } = person;
          if (!answered) sites.hold();
          await person.visitAndExit();
          if (answered) await person.untilDestination();
          await browser.quit();
          sites.release();
          const watch = person.lookOut();
          await browser.startAgain();
          await person.untilDestination();
          await person.backToSearch();
          await unseen(watch);
        },
        // MiniBrowser keeps no session.
        ['chromium', 'firefox'],
      );
    }

    as(
      'a tab that was closed before comes back without the page',
      async (person) => {
        const { sites, browser } = person;
        await browser.openTab();
        await person.type('/p3');
        await person.follow(4);
        await browser.closeTab();
        await browser.screen.untilShows(PAINT.search);
        await person.visitAndExit();
        await person.untilDestination();
        const watch = person.lookOut();
        await browser.reopenTab();
        await sites.untilArrived(2);
        await until('the second answer', () => person.place() === 'answer 2');
        await browser.screen.settled();
        assert.notEqual(await person.back(), 'the visit');
        await browser.lookAtTab(1);
        await until('the first answer', () => person.place() === 'answer 1');
        await person.backToSearch();
        await unseen(watch);
      },
      ['chromium', 'firefox'],
    );

    as(
      'a copy of the tab does not show the visit',
      async (person) => {
        const { sites, browser } = person;
        await person.visitAndExit();
        await person.untilDestination();
        const watch = person.lookOut();
        await browser.duplicateTab(() => sites.arrivals.length >= 2);
        await browser.lookAtTab(2);
        await until(
          'the copy',
          () => person.place() === 'answer 2',
          () => person.state(),
        );
        await browser.screen.settled();
        await person.backToSearch();
        await unseen(watch);
      },
      ['chromium', 'firefox'],
    );

    as('pages on another host of the site are left along with it', async (person) => {
      const { sites, browser } = person;
      const www = sites.host('www.marshwell.localhost');
      await person.type('/named/p1', www);
      await person.type('/named/p3', sites.host('forms.marshwell.localhost'));
      await browser.openTab();
      await person.type('/p5', www);
      await browser.lookAtTab(1);
      await browser.screen.untilShows(mark(3));
      await browser.screen.settled();
      await person.exit();
      await person.untilDestination();
      await person.backToSearch();
      await browser.lookAtTab(2);
      await person.untilDestination();
    });

    as(
      'the first press leaves and covers where cookies are forbidden',
      async (person) => {
        const { sites } = person;
        sites.hold();
        await person.visitAndExit();
        const watch = person.lookOut();
        await until('a hundred looks', () => watch.result.looks > 100);
        sites.release();
        await person.untilDestination();
        await unseen(watch);
        assert.equal(sites.arrivals.length, 1);
      },
      ['chromium', 'firefox', 'webkit'],
      { cookies: false },
    );

    as('a clock that was put back keeps nobody out', async (person) => {
      await person.visitAndExit();
      await person.untilDestination();
      await person.type('/slow/p6');
      await person.browser.screen.settled();
      assert.ok(person.browser.screen.shows(mark(6)));
    });
  });
}
