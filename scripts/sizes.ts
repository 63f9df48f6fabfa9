/**
 * Weighs what dist/ holds and keeps each kind of page to its budget.
 *
 *   node scripts/sizes.ts           compares, and fails where a budget is broken or docs/sizes.md is stale
 *   node scripts/sizes.ts --write   writes docs/sizes.md
 */
import { globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const GUARD = 'handrail-guard.min.js';
const SCRIPT = 'handrail.min.js';
const STYLES = 'themes/fallback.css';

const EXIT = [GUARD, SCRIPT, STYLES];
const CARDS = ['shared', 'service-card'];
const FORM = ['shared', 'format-request'];

/** A kind of page, and the names of what it loads. */
interface Page {
  readonly page: string;
  readonly loads: readonly string[];
}

interface BudgetedPage extends Page {
  /** What is fetched once the page has been shown. */
  readonly later?: readonly string[];
  /** Bytes after brotli. */
  readonly budget: number;
  readonly goal?: number;
}

/** What a card waits for whose service says how to come to it, how long people wait, prices, languages or others. */
const DETAILS = ['details'];

/** What is fetched once a form is on the page, before somebody turns to it. */
const REPLY = ['finder', 'reply'];

/**
 * What a page of each kind loads in order to be shown, and the most that this may weigh after brotli; the
 * goal is beside it where that is not reached with a part of it free, and of such a budget none is kept. A
 * name without an ending is a file's that the script fetches. test/e2e/script-tag.test.ts compares.
 */
export const PAGES: readonly BudgetedPage[] = [
  { page: 'an exit', loads: EXIT, budget: 17_000 },
  { page: 'an exit and cards', loads: [...EXIT, ...CARDS], budget: 34_700, goal: 29_000 },
  {
    page: 'an exit and cards of services with languages, prices or waiting times',
    loads: [...EXIT, ...CARDS, ...DETAILS],
    budget: 38_000,
  },
  {
    page: 'an exit and a form',
    loads: [...EXIT, ...FORM],
    later: REPLY,
    budget: 37_000,
    goal: 37_000,
  },
  {
    page: 'an exit, cards and a form',
    loads: [...EXIT, ...CARDS, ...FORM],
    later: REPLY,
    budget: 50_000,
    goal: 50_000,
  },
];

/** How much of a budget is kept free, so that a mended fault need not be paid for elsewhere. */
const AIR = 0.05;

const GOVUK = 'node_modules/govuk-frontend/dist/govuk';
const NHSUK = 'node_modules/nhsuk-frontend/dist/nhsuk';

/** What others ship for the same job. */
const OTHERS: readonly Page[] = [
  {
    page: 'GOV.UK Frontend, whole, as a page with Exit this page loads it',
    loads: [`${GOVUK}/govuk-frontend.min.js`, `${GOVUK}/govuk-frontend.min.css`],
  },
  {
    page: 'NHS.UK frontend, whole; it has no exit',
    loads: [`${NHSUK}/nhsuk-frontend.min.js`, `${NHSUK}/nhsuk-frontend.min.css`],
  },
];

const HASHED = /^handrail-(.+)-[\w-]{8}\.min\.js$/;

/** The files that the script fetches, each by its name without the version's hash. */
const fetched = (): Map<string, string> =>
  new Map(
    readdirSync('dist').flatMap((file) => {
      const name = HASHED.exec(file)?.[1];
      return name ? [[name, file] as const] : [];
    }),
  );

/** The files that a page can load, as they are called in dist/. */
export function files(): string[] {
  const themes = globSync('themes/*.css', { cwd: 'dist' }).sort();
  return [GUARD, SCRIPT, ...fetched().values(), ...themes];
}

/** Bytes. */
type Weight = readonly [minified: number, gzip: number, brotli: number];

function weighOne(path: string): Weight {
  const content = readFileSync(path);
  return [
    content.length,
    gzipSync(content, { level: 9 }).length,
    brotliCompressSync(content).length,
  ];
}

function weighAll(paths: readonly string[]): Weight {
  return paths
    .map(weighOne)
    .reduce<Weight>((sum, one) => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]], [0, 0, 0]);
}

/** The paths of what a page loads, each once. */
export function pathsOf({ loads }: Pick<Page, 'loads'>): string[] {
  const known = fetched();
  return [...new Set(loads)].map((name) => {
    if (name.includes('.')) return name.startsWith('node_modules') ? name : `dist/${name}`;
    const file = known.get(name);
    if (!file) throw new Error(`dist/ holds no file of the name ${name}: look at PAGES.`);
    return `dist/${file}`;
  });
}

/** How much a page may weigh. */
const most = ({ budget, goal }: BudgetedPage): number =>
  goal ? budget : Math.floor(budget * (1 - AIR));

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function page(): string {
  const pages = PAGES.map((each) => {
    const paths = pathsOf(each);
    return row(each.page, paths.length, ...weighAll(paths), each.budget, each.goal ?? each.budget);
  });
  const later = pathsOf({ loads: REPLY });
  const turned = row(
    'a form, fetched once that is drawn, before somebody turns to it',
    later.length,
    ...weighAll(later),
    '',
    '',
  );
  const others = OTHERS.map((each) => {
    const paths = pathsOf(each);
    return row(each.page, paths.length, ...weighAll(paths), '', '');
  });
  const names = new Map([...fetched()].map(([name, file]) => [file, `handrail-${name}-….min.js`]));
  const each = files().map((file) =>
    row(`\`${names.get(file) ?? file}\``, ...weighOne(`dist/${file}`)),
  );
  return [
    '# Sizes',
    '',
    'Bytes that a page loads in order to be shown, written by `npm run gen:sizes`: what is in `loads` of',
    '`scripts/sizes.ts`, which a test compares with what browsers ask for. A page over its budget fails the',
    `build, and so does one whose budget is its goal and that leaves less than ${String(AIR * 100)}% of it free.`,
    '',
    '| a page with | files | minified | gzip | brotli | budget | goal |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...pages,
    turned,
    ...others,
    '',
    '## File by file',
    '',
    '[The decision](decisions/files-of-the-script.md) says which file is fetched when. The guard has a',
    `budget of its own, ${String(GUARD_BUDGET)} bytes after brotli.`,
    '',
    '| file | minified | gzip | brotli |',
    '| --- | --: | --: | --: |',
    ...each,
    '',
  ].join('\n');
}

const GUARD_BUDGET = 3000;

/** Whether no page is over its budget; it says which are. */
export function weigh(): boolean {
  const limits = [
    { page: 'the guard', loads: [GUARD], limit: GUARD_BUDGET },
    ...PAGES.map((each) => ({ ...each, limit: most(each) })),
  ];
  const over = limits.filter((each) => {
    const [, , brotli] = weighAll(pathsOf(each));
    if (brotli <= each.limit) return false;
    console.error(
      `${each.page}: ${String(brotli)} bytes after brotli, and the most is ${String(each.limit)}.`,
    );
    return true;
  });
  return over.length === 0;
}

if (import.meta.main) {
  const text = page();
  if (process.argv.includes('--write')) {
    writeFileSync('docs/sizes.md', text);
  } else if (!weigh() || readFileSync('docs/sizes.md', 'utf8') !== text) {
    console.error('docs/sizes.md is not current. Run: npm run gen:sizes');
    process.exit(1);
  }
  console.log(text);
}
