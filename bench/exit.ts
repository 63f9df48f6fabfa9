/**
 * Measures GOV.UK Frontend's exit and Handrail's side by side: real windows, a real mouse, the pixels of
 * the screen. Writes its table into docs/benchmarks.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { PAGES, pathsOf } from '../scripts/sizes.ts';
import { ENGINES, RealBrowser } from '../test/e2e/real-browser.ts';
import type { Engine } from '../test/e2e/real-browser.ts';
import { comesTrue, until } from '../test/e2e/screen.ts';
import type { Spot } from '../test/e2e/screen.ts';
import * as pages from './exit-pages.ts';
import type { Maker, Script, Trouble } from './exit-pages.ts';
import { Hand } from './hand.ts';

/** How long the destination takes in every measurement, in milliseconds. */
const STALL = 2000;
const ROUNDS = 5;
/** How often presses of keys are tried. */
const REPEATS = 3;
/** How many looks at the page between the press and the cover make a measurement. */
const LOOKS = 5;
/** How often a case is run before it goes down as not measured. */
const TRIES = 5;
const NOT_MEASURED = 'not measured';
/** What the guard may weigh, in bytes after brotli. */
const GUARD_BUDGET = 3000;
const MAKERS: readonly Maker[] = ['govuk', 'handrail'];

/** A spot on which every page of the visited site has nothing but its ground. */
const GROUND: Spot = { x: 700, y: 620 };
/** Another, to click on: it takes the keyboard from the address bar to the page. */
const ELSEWHERE: Spot = { x: 600, y: 560 };

/** What a page with an exit loads, and what one loads that uses everything. */
const [EXIT = [], , , ALL = []] = PAGES.map(pathsOf);

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds, or that it lasted as long as the destination took. */
const lasted = (time: number): string =>
  time >= STALL - 100 ? 'the whole time' : String(Math.round(time));

/** The middle of what was seen in a colour: nothing where it was not. */
const middle = (spots: readonly Spot[]): Spot | undefined => spots[Math.floor(spots.length / 2)];

/** How long a case may take, in milliseconds. */
const PATIENCE = 30_000;

/** Fails once a case has taken too long. */
async function late(): Promise<never> {
  await pause(PATIENCE, undefined, { ref: false });
  throw new Error('It took too long.');
}

interface Exit {
  /** For how long the page was seen after the mouse was let go, and for how long its title, in milliseconds. */
  readonly page: number;
  readonly title: number;
  readonly referrer: string | undefined;
}

/** How far apart looks at the screen were, and readings of the title, for each press: milliseconds. */
const gaps: { looks: number[]; titles: number[] } = { looks: [], titles: [] };

const site = new pages.Pages();

/** One browser, and what is done in it. */
class Bench {
  readonly #engine: Engine;
  readonly #maker: Maker;
  readonly #cookies: boolean;
  #browser!: RealBrowser;
  #hand!: Hand;
  #window = '';

  private constructor(engine: Engine, maker: Maker, cookies: boolean) {
    this.#engine = engine;
    this.#maker = maker;
    this.#cookies = cookies;
  }

  static async open(engine: Engine, maker: Maker, cookies = true): Promise<Bench> {
    const bench = new Bench(engine, maker, cookies);
    await bench.#start();
    return bench;
  }

  async #start(): Promise<void> {
    this.#browser = await RealBrowser.open(this.#engine, site.search, { cookies: this.#cookies });
    const { screen } = this.#browser;
    this.#hand = new Hand(screen);
    await screen.untilShows(pages.SEARCH);
    this.#window = await screen.xdotool('getwindowfocus');
  }

  async close(): Promise<void> {
    site.release();
    await this.#hand.close();
    await this.#browser.close();
  }

  /** Runs a case until it could be measured. What a case leaves open is closed along with the browser. */
  async #measured<T>(take: () => Promise<T | undefined>): Promise<T | undefined> {
    for (let time = 0; time < TRIES; time += 1) {
      try {
        const result = await Promise.race([take(), late()]);
        site.release();
        if (result !== undefined) return result;
      } catch (error) {
        console.log(`A case is run again in a new window: ${String(error)}`);
        await this.close();
        await this.#start();
      }
    }
    return undefined;
  }

  #shows(colour: number): boolean {
    return this.#browser.screen.colourAt(GROUND) === colour;
  }

  async #visit(address: string, colour: number): Promise<void> {
    const asked = (): number => site.asked.filter((one) => one === address).length;
    await this.#browser.visit(address, asked);
    await until(`${address} on the screen`, () => this.#shows(colour));
  }

  /** Goes to a page of the site, by way of the search. */
  async arrive(name: Trouble | Script): Promise<void> {
    site.notes.length = 0;
    const address = `${site.site}/${this.#maker}/${name.replaceAll(' ', '-')}`;
    // The last page of the site may still be there to be seen.
    await this.#visit(`${site.search}/`, pages.SEARCH);
    await this.#visit(address, pages.VISIT);
    // Browsers take no clicks for a moment after painting a page.
    await pause(800);
    site.arrivals.length = 0;
  }

  /** Where the exit's button is seen. */
  #button(): Spot[] {
    return this.#browser.screen.spots(pages.BUTTON);
  }

  #exit(): Spot {
    const spots = this.#button();
    // In its middle there may be words.
    return spots[Math.floor(spots.length / 3)] ?? ELSEWHERE;
  }

  /** Presses the exit's button, and watches what is seen until the destination answers. */
  async leave(widget = false): Promise<Exit | undefined> {
    const { screen } = this.#browser;
    const exit = this.#exit();
    const spots = widget ? [GROUND, middle(screen.spots(pages.WIDGET))] : [GROUND];
    site.hold();
    const began = performance.now();
    const watches = spots.map((spot) =>
      screen.watchSpot(spot ?? GROUND, pages.VISIT, pages.WIDGET),
    );
    let title = -Infinity;
    let titles = 0;
    let going = true;
    // It begins once the mouse has been let go: one xdotool does one thing at a time.
    const readTitles = async (): Promise<void> => {
      while (going) {
        if ((await this.#hand.title(this.#window)).includes('abuse')) title = performance.now();
        titles += 1;
        await pause(1);
      }
    };
    const released = await this.#hand.press(exit);
    const before = watches.map(({ result }) => result.seen);
    const reading = readTitles();
    await pause(Math.max(0, released + STALL - performance.now()));
    going = false;
    await reading;
    const ended = performance.now();
    const results = watches.map((watch) => watch.stop());
    const referrer = site.arrivals[0];
    const asked = site.arrivals.length > 0;
    site.release();
    if (!asked) return undefined;
    await screen.untilShows(pages.DESTINATION);
    gaps.titles.push((ended - released) / titles);
    gaps.looks.push(...results.map(({ looks }) => (ended - began) / looks));
    const few = results.some(({ seen }, index) => seen - (before[index] ?? 0) < LOOKS);
    if (few) return undefined;
    return {
      page: Math.max(...results.map(({ last }) => last)) - released,
      title: Math.max(0, title - released),
      referrer,
    };
  }

  /** For how long a page is seen after somebody has left it. */
  async seenFor(trouble: Trouble): Promise<string> {
    const exit = await this.#measured(async () => {
      await this.arrive(trouble);
      return await this.leave(trouble === 'widget on top');
    });
    return exit ? lasted(exit.page) : NOT_MEASURED;
  }

  /** The rows that are medians. */
  async rounds(): Promise<Record<string, string>> {
    const exits: Exit[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const exit = await this.#measured(async () => {
        await this.arrive('none');
        return await this.leave();
      });
      if (exit) exits.push(exit);
    }
    const whole = exits.length === ROUNDS;
    return {
      'page seen for, ms': whole ? lasted(median(exits.map(({ page }) => page))) : NOT_MEASURED,
      'title seen for, ms': whole ? lasted(median(exits.map(({ title }) => title))) : NOT_MEASURED,
      'destination is told': exits.some(({ referrer }) => referrer) ? 'the site' : 'nothing',
    };
  }

  /** What the Back button shows after an exit from the second page of a visit. */
  async back(): Promise<string> {
    const { screen } = this.#browser;
    const shown = await this.#measured(async () => {
      await this.arrive('none');
      await screen.click(pages.NEXT, () => true);
      await pause(1200);
      if (!(await this.leave())) return undefined;
      const watch = screen.watchSpot(GROUND, pages.VISIT);
      await this.#browser.back();
      await pause(1500);
      return watch.stop().seen > 0 ? 'the page' : 'not the page';
    });
    return shown ?? NOT_MEASURED;
  }

  async otherTabs(): Promise<string> {
    await this.arrive('none');
    await this.#browser.screen.click(pages.NEW_TAB, () => true);
    await pause(1500);
    site.arrivals.length = 0;
    await this.#hand.press(this.#exit());
    await pause(1500);
    return site.arrivals.length === 0 ? NOT_MEASURED : site.arrivals.length > 1 ? 'leave' : 'stay';
  }

  /** What comes of a page that another tab was still waiting for as somebody left. */
  async loadingTab(): Promise<string> {
    const result = await this.#measured(async () => {
      await this.arrive('none');
      const spot = middle(this.#browser.screen.spots(pages.SLOW_TAB));
      const { x, y } = spot ?? GROUND;
      const { slow } = site;
      await this.#browser.screen.xdotool('mousemove', String(x), String(y), 'click', '2');
      await pause(1000);
      // MiniBrowser opens a window for it, above its own.
      await this.#browser.screen.xdotool('windowraise', this.#window);
      await pause(300);
      await this.#hand.press(this.#exit());
      await comesTrue(() => site.arrivals.length > 0);
      if (site.slow > slow || site.arrivals.length === 0) return undefined;
      await pause(pages.SLOW);
      if (site.slow === slow) return undefined;
      return site.arrivals.length > 1 ? 'leaves' : 'is shown';
    });
    return result ?? NOT_MEASURED;
  }

  /** Whether something that is done leads away. */
  async leaves(
    name: Trouble | Script,
    act: () => Promise<unknown>,
    ready?: () => boolean,
  ): Promise<string> {
    const result = await this.#measured(async () => {
      await this.arrive(name);
      await this.#hand.press(ELSEWHERE);
      await pause(400);
      if (ready && !ready()) return undefined;
      await act();
      return (await comesTrue(() => site.arrivals.length > 0)) ? 'leaves' : 'stays';
    });
    return result ?? NOT_MEASURED;
  }

  /** Whether something leads away each time: not all browsers report a key's modifiers alike each time. */
  async #leavesAlways(act: () => Promise<unknown>): Promise<string> {
    const results: string[] = [];
    for (let time = 0; time < REPEATS; time += 1) results.push(await this.leaves('none', act));
    const left = results.filter((result) => result === 'leaves').length;
    return new Set(results).size === 1
      ? (results[0] ?? NOT_MEASURED)
      : `leaves ${String(left)} times of ${String(REPEATS)}`;
  }

  async underneath(): Promise<string> {
    const result = await this.#measured(async () => {
      await this.arrive('under');
      await pause(300);
      if (!told('focused')) return undefined;
      await this.#hand.press(this.#exit());
      return (await comesTrue(() => site.arrivals.length > 0)) ? 'leaves' : 'stays';
    });
    return result ?? NOT_MEASURED;
  }

  /** Presses the exit and slides, on the button or off its lower edge. */
  async #slide(off: boolean): Promise<void> {
    const spots = this.#button();
    const low = Math.max(...spots.map(({ y }) => y));
    const at = off ? spots.filter(({ y }) => y === low) : spots;
    const x = Math.min(...at.map((spot) => spot.x)) + 24;
    const y = off ? low : (middle(spots)?.y ?? 0);
    await this.#hand.press({ x, y }, off ? { x: 0, y: 20 } : { x: 20, y: 0 });
  }

  async #shift(then: readonly string[]): Promise<void> {
    for (let time = 0; time < 3; time += 1) {
      // A finger stays on a key for a moment, and browsers note its modifiers late.
      const press = ['keydown', 'Shift_L', 'sleep', '0.08', 'keyup', 'Shift_L', 'sleep', '0.08'];
      await this.#browser.screen.xdotool(...press, ...then);
      await pause(60);
    }
  }

  /** The keyboard's and the mouse's rows: whether they lead away. */
  async presses(): Promise<Record<string, string>> {
    const { screen } = this.#browser;
    return {
      'pressed while the focus lies under it': await this.underneath(),
      'pressed, 20 px travelled on it': await this.leaves('none', () => this.#slide(false)),
      'pressed, 20 px travelled off its edge': await this.leaves('none', () => this.#slide(true)),
      'Space, with the focus on it': await this.leaves(
        'focus',
        () => screen.press('space'),
        () => told('focused'),
      ),
      'Shift three times': await this.#leavesAlways(() => this.#shift([])),
      'Shift three times, the wheel turned between': await this.#leavesAlways(() =>
        this.#shift(['click', '5']),
      ),
      'Shift held with a letter, three times': await this.leaves('none', async () => {
        for (let time = 0; time < 3; time += 1) await screen.xdotool('key', 'shift+a');
      }),
    };
  }

  /** Leaves a page with a script, and looks for as long as the destination takes. */
  async #during(
    script: Script,
    look: (seen: number) => string | undefined | Promise<string | undefined>,
    ready: () => boolean = () => true,
  ): Promise<string> {
    const result = await this.#measured(async () => {
      await this.arrive(script);
      // A sound may start only once somebody has touched the page.
      await this.#hand.press(ELSEWHERE);
      await pause(700);
      if (!ready()) return undefined;
      site.notes.length = 0;
      site.hold();
      const released = await this.#hand.press(this.#exit());
      // By then either maker's cover is there, and no page has done anything yet.
      await pause(250);
      const watch = this.#browser.screen.watchSpot(GROUND, pages.VISIT);
      await pause(Math.max(0, released + STALL - performance.now()));
      return await look(watch.stop().seen);
    });
    return result ?? NOT_MEASURED;
  }

  /** What is seen in the end, once the destination has answered whoever asked. */
  async #end(): Promise<string> {
    site.release();
    await comesTrue(() => this.#shows(pages.DESTINATION));
    if ((await this.#browser.title()) === '') {
      await this.close();
      await this.#start();
      return 'the browser ends';
    }
    return this.#shows(pages.DESTINATION)
      ? 'the destination'
      : this.#shows(pages.VISIT)
        ? 'the site'
        : 'neither';
  }

  async #alert(): Promise<string> {
    const result = await this.#during('alert', () => {
      const asks = site.notes.filter(({ text }) => text === 'asks').length;
      const asked = site.notes.filter(({ text }) => text === 'asked').length;
      return asks > asked ? 'is shown' : 'is not shown';
    });
    // A box that is open keeps MiniBrowser from going anywhere.
    await this.close();
    await this.#start();
    return result;
  }

  /** The rows about what a page's own scripts do while the destination is awaited. */
  async waits(): Promise<Record<string, string>> {
    return {
      'a navigation begun before: in the end': await this.#during('navigation', () => this.#end()),
      'document.write() in the wait': await this.#during('write', async (seen) => {
        const end = await this.#end();
        return `${seen > 0 ? 'shows the page' : 'shows nothing'}, then ${end}`;
      }),
      'alert() in the wait': await this.#alert(),
      'a sound that is not in the page': await this.#during(
        'sound',
        () => {
          const end = performance.now() - 800;
          return site.notes.some(({ text, time }) => text === 'timeupdate' && time > end)
            ? 'goes on'
            : 'stops';
        },
        () => told('timeupdate'),
      ),
      'address in the wait': await this.#during('address', () => {
        const address = site.notes.find(({ text }) => text.startsWith('at '))?.text.slice(3);
        if (!address) return undefined;
        return new URL(address).pathname === '/' ? 'the site’s first page' : 'the page’s own';
      }),
    };
  }

  /** The rows about other tabs come last: they leave tabs behind. */
  async tabs(): Promise<Record<string, string>> {
    return {
      'Back shows': await this.back(),
      'a page still loading in another tab': await this.loadingTab(),
      'other tabs': await this.otherTabs(),
    };
  }
}

/** Whether a page has told something of itself since it was gone to. */
function told(what: string): boolean {
  return site.notes.some(({ text }) => text === what);
}

async function withBench<T>(bench: Bench, use: (bench: Bench) => Promise<T>): Promise<T> {
  try {
    return await use(bench);
  } finally {
    await bench.close();
  }
}

async function measure(engine: Engine, maker: Maker): Promise<Record<string, string>> {
  const rows = await withBench(await Bench.open(engine, maker), async (bench) => {
    const first = await bench.rounds();
    for (const trouble of pages.TROUBLES.slice(1))
      first[`${trouble}: seen for, ms`] = await bench.seenFor(trouble);
    return {
      ...first,
      ...(await bench.presses()),
      ...(await bench.waits()),
      ...(await bench.tabs()),
    };
  });
  return {
    ...rows,
    'cookies blocked: seen for, ms': await withBench(
      await Bench.open(engine, maker, false),
      async (bench) => await bench.seenFor('none'),
    ),
  };
}

function weigh(...files: string[]): number {
  const sizes = files.map(
    (name) => brotliCompressSync(readFileSync(new URL(`../${name}`, import.meta.url))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const bytes = (...files: string[]): string => String(weigh(...files));

function table(columns: Map<string, Record<string, string>>): string {
  const names = [...columns.keys()];
  const rows = Object.keys([...columns.values()][0] ?? {});
  const govuk = 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min';
  const guard = weigh('dist/handrail-guard.min.js');
  const over = guard > GUARD_BUDGET ? `${String(guard - GUARD_BUDGET)} over` : 'within';
  return [
    `A destination that takes ${String(STALL)} ms to answer; the first two rows are medians of ${String(ROUNDS)}. Bytes after brotli of what a page`,
    `loads: GOV.UK Frontend as it is shipped, ${bytes(`${govuk}.js`, `${govuk}.css`)}; Handrail on a page with an exit, its guard and its`,
    `fallback style sheet with it, ${bytes(...EXIT)}; Handrail on a page that uses everything there is, ${bytes(...ALL)};`,
    `the guard alone, which does all of this without the element, ${String(guard)}, which is ${over} its budget of ${String(GUARD_BUDGET)}.`,
    '',
    'Times count from the moment at which the mouse’s button is let go to the last look that still showed the',
    `page, at one spot of its ground; a spot was looked at every ${median(gaps.looks).toFixed(1)} ms, and the window’s title, as a task bar has it, was read`,
    `every ${median(gaps.titles).toFixed(1)} ms (medians). A case with fewer than ${String(LOOKS)} looks at the page after the press is run again, up to ${String(TRIES)} times,`,
    'and is “not measured” after that. “Leaves” is that the destination was asked, “stays” that it was not.',
    `The address is the one that the page’s own script reads. Presses of Shift are tried ${String(REPEATS)} times.`,
    '',
    `| | ${names.join(' | ')} |`,
    `| --- |${' --- |'.repeat(names.length)}`,
    ...rows.map(
      (row) => `| ${row} | ${names.map((name) => columns.get(name)?.[row] ?? '').join(' | ')} |`,
    ),
  ].join('\n');
}

const MARKERS = ['<!-- bench:exit -->', '<!-- /bench:exit -->'] as const;

function write(text: string): void {
  const path = new URL('../docs/benchmarks.md', import.meta.url);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '# Benchmarks\n';
  const section = `${MARKERS[0]}\n\n${text}\n\n${MARKERS[1]}`;
  const start = before.indexOf(MARKERS[0]);
  const end = before.indexOf(MARKERS[1]);
  const intro =
    '\n## Quick exit\n\nWritten by `npm run bench:exit`, in one run on one machine: compare the columns, not the figures.\n\n';
  writeFileSync(
    path,
    start >= 0
      ? before.slice(0, start) + section + before.slice(end + MARKERS[1].length)
      : `${before}${intro}${section}\n`,
  );
}

await site.start();
const columns = new Map<string, Record<string, string>>();
for (const engine of ENGINES) {
  for (const maker of MAKERS) {
    const name = `${maker === 'govuk' ? 'GOV.UK' : 'Handrail'}, ${engine}`;
    console.log(`Measuring ${name} …`);
    columns.set(name, await measure(engine, maker));
  }
}
await site.stop();
const text = table(columns);
write(text);
console.log(text);
