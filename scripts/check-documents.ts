/**
 * Looks for the documents of pages in the markup of many systems, in a browser, and compares with what a
 * reader finds there: those of `test/examples/documents/`, and those beside this checkout.
 *
 *   npm run check:documents
 *   npm run check:documents -- --misses   also says what was missed and how
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import ts from 'typescript';
import { councils } from '../test/examples/documents/councils.ts';
import { heldOut } from '../test/examples/documents/held-out.ts';
import { heldOutToo } from '../test/examples/documents/held-out-2.ts';
import type { DocumentPage } from '../test/examples/documents/page.ts';
import { trusts } from '../test/examples/documents/trusts.ts';
import type { FoundDocument } from '../src/format-request/documents/found.ts';
import { pathOf } from './machine.ts';

const ORIGIN = 'http://documents.example';
const FINDER = '/src/format-request/documents/documents.ts';
const BESIDE = new URL('../../shared/cases/documents.json', import.meta.url);
const ROOT = new URL('..', import.meta.url);

/** What is wanted of all pages together. */
const GOALS = { found: 0.95, titles: 0.9, wrong: 0 };

/** How much longer ten times as many documents may take, and so many documents. */
const MANY = 500;

type Found = Omit<FoundDocument, 'link'>;

/** How a page did. Sizes count where the page says one. */
interface Score {
  readonly expected: number;
  readonly found: number;
  readonly titles: number;
  readonly kinds: number;
  readonly sizes: number;
  readonly sized: number;
  readonly wrong: number;
  readonly misses: readonly string[];
}

/** A document or one of its formats, as it was reached. */
interface Reached {
  readonly url: string;
  readonly titles: readonly string[];
  readonly kinds: readonly string[];
  readonly size: string;
}

function reachedIn(documents: readonly Found[]): Reached[] {
  return documents.flatMap((one) => [
    { url: one.url, titles: [one.title], kinds: [one.type], size: one.size },
    ...one.alternatives.map(({ url, type, size }) => ({
      url,
      titles: [one.title, `${one.title} ${type}`],
      // A format with a name of its own, such as Easy Read, is not said to be a PDF.
      kinds: /^(PDF|Word|Excel|PowerPoint|OpenDocument|EPUB|CSV|RTF)$/.test(type)
        ? [type]
        : [type, 'PDF', 'Word'],
      size,
    })),
  ]);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Compares what was found on a page with what a reader finds. */
function score({ documents, formats = [] }: DocumentPage, found: readonly Found[]): Score {
  const reached = reachedIn(found);
  const misses: string[] = [];
  const count = { found: 0, titles: 0, kinds: 0, sizes: 0, sized: 0 };
  for (const { addressEnds, title, kind, size } of documents) {
    const one = reached.find(({ url }) => url.endsWith(addressEnds));
    count.sized += size ? 1 : 0;
    if (!one) {
      misses.push(`missed: ${addressEnds}`);
      continue;
    }
    count.found += 1;
    const isTitled = one.titles.some((each) => same(each, title));
    if (isTitled) count.titles += 1;
    else misses.push(`title of ${addressEnds}: "${one.titles.join('", "')}", not "${title}"`);
    if (one.kinds.includes(kind)) count.kinds += 1;
    else misses.push(`kind of ${addressEnds}: "${one.kinds.join()}", not "${kind}"`);
    if (size && one.size === size) count.sizes += 1;
    else if (size) misses.push(`size of ${addressEnds}: "${one.size}", not "${size}"`);
  }
  const known = [...documents.map(({ addressEnds }) => addressEnds), ...formats];
  const wrong = found.filter(({ url }) => !known.some((end) => url.endsWith(end)));
  for (const { url, title } of wrong) misses.push(`no document: ${url} "${title}"`);
  const offered = reached.map(({ url }) => url);
  for (const end of formats) {
    if (!offered.some((url) => url.endsWith(end))) misses.push(`format not offered: ${end}`);
  }
  return { ...count, expected: documents.length, wrong: wrong.length, misses };
}

const browser = await chromium.launch({
  executablePath: pathOf('chromium') ?? '',
  args: ['--no-sandbox'],
});
const tab = await browser.newPage();
let html = '';
await tab.route('**', async (route) => {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN || route.request().frame() !== tab.mainFrame()) return route.abort();
  if (!pathname.startsWith('/src/')) {
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  }
  const source = readFileSync(new URL(`.${pathname}`, ROOT), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  });
  return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: outputText });
});

/** What is found on a page, and how long each of several looks took, in milliseconds. */
async function look(markup: string): Promise<{ found: Found[]; took: number }> {
  html = `<!doctype html><html lang="en-GB"><title>A page</title><body>${markup}</body></html>`;
  await tab.goto(`${ORIGIN}/page/`, { waitUntil: 'domcontentloaded' });
  return tab.evaluate(async (finder) => {
    const { findDocuments } = (await import(finder)) as {
      findDocuments: (scope: ParentNode) => FoundDocument[];
    };
    const found = findDocuments(document).map((one) => ({ ...one, link: undefined }));
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      findDocuments(document);
      return performance.now() - start;
    });
    return { found, took: times.sort((a, b) => a - b)[2] ?? 0 };
  }, FINDER);
}

const beside: DocumentPage[] = existsSync(BESIDE)
  ? (JSON.parse(readFileSync(BESIDE, 'utf8')) as DocumentPage[])
  : [];
if (beside.length === 0) console.log(`NOT CHECKED: there is no ${BESIDE.pathname}.`);

const columns = ['found', 'titles', 'kinds', 'sizes', 'false'];
console.log(`${'page'.padEnd(30)}${columns.map((name) => name.padStart(9)).join('')}`);
const line = (name: string, one: Score): void => {
  const cells = [
    `${String(one.found)}/${String(one.expected)}`,
    String(one.titles),
    String(one.kinds),
    `${String(one.sizes)}/${String(one.sized)}`,
    String(one.wrong),
  ];
  console.log(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(9)).join('')}`);
};
const add = (all: readonly Score[]): Score =>
  all.reduce(
    (sum, one) => ({
      expected: sum.expected + one.expected,
      found: sum.found + one.found,
      titles: sum.titles + one.titles,
      kinds: sum.kinds + one.kinds,
      sizes: sum.sizes + one.sizes,
      sized: sum.sized + one.sized,
      wrong: sum.wrong + one.wrong,
      misses: [...sum.misses, ...one.misses],
    }),
    { expected: 0, found: 0, titles: 0, kinds: 0, sizes: 0, sized: 0, wrong: 0, misses: [] },
  );

const scores: Score[] = [];
for (const [name, pages] of Object.entries({
  beside,
  councils,
  trusts,
  'held out': heldOut,
  'held out too': heldOutToo,
})) {
  const part: Score[] = [];
  for (const page of pages) {
    const one = score(page, (await look(page.html)).found);
    line(page.name, one);
    if (process.argv.includes('--misses')) one.misses.forEach((miss) => console.log(`    ${miss}`));
    part.push(one);
  }
  if (part.length > 0) line(`= ${name}`, add(part));
  scores.push(...part);
}
const all = add(scores);
line('= all', all);

const list = (length: number): string =>
  Array.from(
    { length },
    (_, at) =>
      `<li><h3>Plan ${String(at)}</h3><a href="/${String(at)}.pdf">Download</a> (1MB)</li>`,
  ).join('');
const few = await look(`<ul>${list(MANY / 10)}</ul>`);
const many = await look(`<ul>${list(MANY)}</ul>`);
await browser.close();
console.log(
  `${String(MANY)} documents take ${(many.took / few.took).toFixed(1)} times as long as ${String(MANY / 10)}: ${many.took.toFixed(1)} ms in this browser.`,
);

const failed =
  all.found < GOALS.found * all.expected ||
  all.titles < GOALS.titles * all.expected ||
  all.wrong > GOALS.wrong;
if (failed) {
  all.misses.forEach((miss) => console.error(miss));
  console.error('Fewer than 95% found, fewer than 90% with their title, or something false.');
}
process.exit(failed ? 1 : 0);
