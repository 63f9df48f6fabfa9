/**
 * Measures GOV.UK Frontend's exit and Handrail's side by side: real windows, a real mouse, the pixels of
 * the screen. Writes its table into docs/benchmarks.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { ENGINES, RealBrowser } from '../test/e2e/real-browser.ts';
import type { Engine } from '../test/e2e/real-browser.ts';
import * as pages from './exit-pages.ts';
import type { Maker, Trouble } from './exit-pages.ts';

/** How long the destination takes in every measurement, in milliseconds. */
const STALL = 2000;
const ROUNDS = 5;
const MAKERS: readonly Maker[] = ['govuk', 'handrail'];

/** What a page with an exit loads, and what comes on top where it uses all the other elements too. */
const EXIT = ['dist/handrail-guard.min.js', 'dist/handrail.min.js', 'dist/themes/fallback.css'];
const REST = ['dist/handrail-format-request.min.js', 'dist/handrail-card-extras.min.js'];

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds, or that it lasted as long as the destination took. */
const lasted = (time: number): string =>
  time >= STALL ? 'the whole time' : String(Math.round(time));

interface Exit {
  readonly covered: number;
  readonly title: number;
  readonly referrer: string | undefined;
}

const site = new pages.Pages();

async function arrive(browser: RealBrowser, maker: Maker, trouble: Trouble): Promise<void> {
  const { screen } = browser;
  await browser.visit(site.search, () => screen.shows(pages.SEARCH));
  const address = `${site.site}/${maker}/${trouble.replaceAll(' ', '-')}`;
  await browser.visit(address, () => screen.shows(pages.VISIT));
  // Browsers take no clicks for a moment after painting a page.
  await pause(800);
}

/** Presses the exit's button, and watches what is seen until the destination answers. */
async function leave(browser: RealBrowser, maker: Maker, colours: number[]): Promise<Exit> {
  const { screen } = browser;
  const spots = screen.spots(pages.BUTTON[maker]);
  // Where the button has no style it is a link at the page's start.
  const spot = spots[Math.floor(spots.length / 3)];
  site.arrivals.length = 0;
  site.hold();
  if (spot) await screen.xdotool('mousemove', String(spot.x), String(spot.y));
  else await browser.pointAtStart();
  const start = performance.now();
  const since = (): number => performance.now() - start;
  await screen.xdotool('click', '1');
  let covered = STALL;
  let title = STALL;
  while (since() < STALL && (covered === STALL || title === STALL)) {
    if (covered === STALL && colours.every((colour) => !screen.shows(colour))) covered = since();
    if (title === STALL && !(await browser.title()).includes('abuse')) title = since();
    await pause(4);
  }
  await pause(Math.max(0, STALL - since()));
  site.release();
  await screen.untilShows(pages.DESTINATION);
  return { covered, title, referrer: site.arrivals[0] };
}

/** What the Back button shows after an exit from the second page of a visit. */
async function back(browser: RealBrowser, maker: Maker): Promise<string> {
  const { screen } = browser;
  await arrive(browser, maker, 'none');
  await screen.click(pages.NEXT, () => true);
  await pause(1200);
  await leave(browser, maker, [pages.VISIT]);
  const watch = screen.watch(pages.VISIT);
  await browser.back();
  await pause(1500);
  return watch.stop().seen > 0 ? 'the page' : 'not the page';
}

async function otherTabs(browser: RealBrowser, maker: Maker): Promise<string> {
  const { screen } = browser;
  await arrive(browser, maker, 'none');
  await screen.click(pages.NEW_TAB, () => true);
  await pause(1500);
  await leave(browser, maker, [pages.VISIT]);
  await pause(1000);
  return site.arrivals.length > 1 ? 'leave' : 'stay';
}

async function measure(engine: Engine, maker: Maker): Promise<Record<string, string>> {
  const browser = await RealBrowser.open(engine, site.search);
  try {
    await browser.screen.untilShows(pages.SEARCH);
    const exits: Exit[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await arrive(browser, maker, 'none');
      exits.push(await leave(browser, maker, [pages.VISIT]));
    }
    const row: Record<string, string> = {
      'page seen for, ms': lasted(median(exits.map(({ covered }) => covered))),
      'title seen for, ms': lasted(median(exits.map(({ title }) => title))),
      'destination is told': exits.some(({ referrer }) => referrer) ? 'the site' : 'nothing',
    };
    for (const trouble of pages.TROUBLES.slice(1)) {
      await arrive(browser, maker, trouble);
      const colours = trouble === 'widget on top' ? [pages.VISIT, pages.WIDGET] : [pages.VISIT];
      row[`${trouble}: seen for, ms`] = lasted((await leave(browser, maker, colours)).covered);
    }
    row['Back shows'] = await back(browser, maker);
    row['other tabs'] = await otherTabs(browser, maker);
    return row;
  } finally {
    site.release();
    await browser.close();
  }
}

function bytes(...files: string[]): string {
  const sizes = files.map(
    (name) => brotliCompressSync(readFileSync(new URL(`../${name}`, import.meta.url))).length,
  );
  return String(sizes.reduce((sum, size) => sum + size, 0));
}

function table(columns: Map<string, Record<string, string>>): string {
  const names = [...columns.keys()];
  const rows = Object.keys([...columns.values()][0] ?? {});
  const govuk = 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min';
  return [
    `A destination that takes ${String(STALL)} ms to answer; the first two rows are medians of ${String(ROUNDS)}. Bytes after brotli of what a page`,
    `loads: GOV.UK Frontend as it is shipped, ${bytes(`${govuk}.js`, `${govuk}.css`)}; Handrail on a page with an exit, its guard and its`,
    `fallback style sheet with it, ${bytes(...EXIT)}; Handrail on a page that uses everything there is, ${bytes(...EXIT, ...REST)};`,
    `the guard alone, which does all of this without the element, ${bytes('dist/handrail-guard.min.js')}.`,
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
