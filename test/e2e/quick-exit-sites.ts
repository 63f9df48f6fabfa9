import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { RealBrowser } from './real-browser.ts';
import { until } from './screen.ts';
import { tone } from './tone.ts';

/** What each thing on the sites is painted in, so that it can be seen and clicked on the screen. */
export const PAINT = {
  search: 0x0000ff,
  visit: 0xff00ff,
  destination: 0x00ff00,
  second: 0x800000,
  next: 0xffff00,
  exit: 0x00ffff,
  newTab: 0xff8000,
  widget: 0xff0080,
  icon: 0x00c0a0,
} as const;

/** The colour of a mark on each of the site's pages, which tells them apart on the screen. */
export const mark = (page: number): number => 0xc0a000 + page;

/** The colour of a mark on what the destination answered with, which tells its answers apart: the first is 1. */
export const arrivalMark = (arrival: number): number => 0x00a0c0 + arrival;

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

const STYLES = `
  html, body { margin: 0; block-size: 100%; background: ${css(PAINT.visit)}; }
  .next, .tab, .leave { position: absolute; inset-inline-start: 100px; inline-size: 200px; block-size: 60px; }
  .next { inset-block-start: 100px; background: ${css(PAINT.next)}; }
  .tab { inset-block-start: 200px; background: ${css(PAINT.newTab)}; }
  .leave { inset-block-start: 300px; background: ${css(PAINT.exit)}; touch-action: none; }
  .handrail-exit-link { background: ${css(PAINT.exit)} !important; min-inline-size: 200px; min-block-size: 60px; }
  .mark { position: absolute; inset-inline-start: 100px; inset-block-start: 400px; inline-size: 200px; block-size: 60px; }
  ${Array.from({ length: 10 }, (_, page) => `.page-${String(page)} { background: ${css(mark(page))}; }`).join('\n')}
  dialog::backdrop { background: none; }
  dialog, [popover].widget { padding: 0; border: 0; margin: 0; }
  .widget { position: absolute; inset-inline-start: 500px; inset-block-start: 300px; inline-size: 200px; block-size: 60px; background: ${css(PAINT.widget)}; }
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><rect width="16" height="16" fill="${css(PAINT.icon)}"/></svg>`;

const POLICY =
  "default-src 'none'; media-src 'self'; frame-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types handrail lit-html default";

const EXIT = '<a class="leave" data-handrail-exit href="{destination}/"></a>';

const block = (colour: number): string =>
  `<table bgcolor="${css(colour)}" width=200 height=60><td></table>`;

const plain = (title: string, colour: number, body = ''): string =>
  `<!doctype html><title>${title}</title><body bgcolor="${css(colour)}">${body}`;

const dist = (path: string): Buffer => readFileSync(new URL(`../../dist${path}`, import.meta.url));

/** The site's files that are the same on every page: by name, with their type and what is in them. */
const FILES: readonly [RegExp, string, (path: string) => Buffer | string][] = [
  [/\.min\.js$/, 'text/javascript', dist],
  [/^\/blank\.svg$/, 'image/svg+xml', dist],
  [/^\/favicon\.ico$/, 'image/svg+xml', () => ICON],
  [/\.css$/, 'text/css', () => STYLES],
  [/\.wav$/, 'audio/wav', () => tone(1)],
];

/**
 * What every script of a page can call to tell the test of itself: by a beacon, which a page that is
 * rendered ahead may send, and by a picture, which is all that an exit leaves a page. It may start a worker too, which the
 * strict policy else forbids.
 */
const NOTE = `function note(text) {
    navigator.sendBeacon('/note?' + encodeURIComponent(text) + '&');
    new Image().src = '/note?' + encodeURIComponent(text) + '&' + Math.random();
  }
  self.trustedTypes?.defaultPolicy ?? self.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url });
`;

/** A worker that answers after so many milliseconds as it is told, and notes what it is told in words. */
const WORKER = `onmessage = ({ data }) => {
    if (typeof data === 'number') setTimeout(() => postMessage(0), data);
    else fetch('/note?' + encodeURIComponent(data) + '&');
  };`;

/** One request, as the server that got it saw it. */
export interface Visit {
  readonly path: string;
  readonly referrer: string | undefined;
}

/** What a page of the visited site holds beside its links. */
export interface SitePage {
  /** The exit, where `{destination}` stands for the destination's address. */
  readonly exit?: string;
  readonly body?: string;
  /** What a script of the page's own does. */
  readonly script?: string;
  /** What a script does that runs before the guard. */
  readonly early?: string;
  /** Whether the page has no content security policy: a strict one is usual. */
  readonly lax?: boolean;
}

/** A search engine, a site that nobody is to see, and where its exit leads: each on an address of its own. */
export class Sites {
  readonly search: string;
  readonly site: string;
  readonly destination: string;
  /** What reached the destination, in order. */
  readonly arrivals: Visit[] = [];
  /** What the site's own pages were asked for. */
  readonly visits: Visit[] = [];
  /** The paths of the site that were asked for, also those that have not been answered yet. */
  readonly asked: string[] = [];
  /** What the site's pages have told of themselves, with `note('…')`. */
  readonly notes: string[] = [];
  readonly #local: string;
  readonly #servers: ReturnType<typeof createServer>[];
  #hold: Promise<void> | undefined;
  #release: (() => void) | undefined;
  /** What has the site's pages answered that were asked for with `?late`. */
  readonly #late: (() => void)[] = [];

  private constructor(servers: ReturnType<typeof createServer>[], addresses: string[]) {
    this.#servers = servers;
    [this.search = '', this.site = '', this.destination = '', this.#local = ''] = addresses;
  }

  /** The visited site by another host name, which ends in `.localhost`: browsers look for those here. */
  host(name: string): string {
    return this.#local.replace('127.0.0.1', name);
  }

  /**
   * Starts the three sites.
   *
   * @param pages - the visited site's pages that differ from a plain one, by path.
   */
  static async start(pages: Readonly<Record<string, SitePage>> = {}): Promise<Sites> {
    const servers = [createServer(), createServer(), createServer(), createServer()];
    const addresses: string[] = [];
    for (const [index, host] of ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.1'].entries()) {
      const server = servers[index];
      if (!server) continue;
      await new Promise<void>((resolve) => server.listen(0, host, resolve));
      addresses.push(`http://${host}:${String((server.address() as AddressInfo).port)}`);
    }
    const sites = new Sites(servers, addresses);
    const [search, site, destination, local] = servers;
    search?.on('request', (_: IncomingMessage, response: ServerResponse) => {
      const link = `<a href="${sites.site}/p1">${block(PAINT.next)}</a>`;
      html(response, plain('Search', PAINT.search, link));
    });
    for (const server of [site, local]) {
      server?.on('request', (request: IncomingMessage, response: ServerResponse) => {
        void sites.#answer(request, response, pages);
      });
    }
    destination?.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void sites.#arrive(request, response);
    });
    return sites;
  }

  /** From now on the destination takes requests and does not answer, until it is told to. */
  hold(): void {
    this.#hold = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Types the address of a page of the site into a browser, and waits for an effect of it on the screen. */
  async visit(
    browser: RealBrowser,
    path: string,
    effect: () => boolean,
    site = this.site,
  ): Promise<void> {
    const { pathname } = new URL(path, site);
    await browser.visit(site + path, () => this.asked.filter((asked) => asked === pathname).length);
    await until(`an effect of typing ${path}`, effect);
  }

  /** Waits until the destination has been asked so many times in all. */
  async untilArrived(count: number): Promise<void> {
    await until(`${String(count)} arrivals`, () => this.arrivals.length >= count);
  }

  release(): void {
    this.#release?.();
    this.#hold = undefined;
  }

  /** Answers with the pages that were asked for with `?late`. */
  answerLate(): void {
    for (const answer of this.#late.splice(0)) answer();
  }

  /**
   * Answers with a page, a file or a script; an address with `?wait=1500` after so many milliseconds, one
   * with `?late` when the test says so.
   */
  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    pages: Readonly<Record<string, SitePage>>,
  ): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', this.site);
    this.asked.push(path);
    const wait = Number(searchParams.get('wait'));
    if (wait > 0) await pause(wait);
    if (searchParams.has('late')) await new Promise<void>((answer) => this.#late.push(answer));
    if (path === '/note') {
      this.notes.push(decodeURIComponent(/\?(.*)&/.exec(request.url ?? '')?.[1] ?? ''));
      response.writeHead(204).end();
      return;
    }
    const file = FILES.find(([names]) => names.test(path));
    if (file) {
      response.setHeader('Content-Type', file[1]);
      response.end(file[2](path));
      return;
    }
    if (path.endsWith('.js')) {
      const [, name = '', kind = ''] = /^(.*)\.(early|script|worker)\.js$/.exec(path) ?? [];
      response.setHeader('Content-Type', 'text/javascript');
      const text = (pages[name]?.[kind as 'early'] ?? '').replaceAll(
        '{destination}',
        this.destination,
      );
      response.end(kind === 'worker' ? WORKER : NOTE + text);
      return;
    }
    this.visits.push({ path, referrer: request.headers.referer });
    const page = pages[path] ?? {};
    const number = Number(/\d+/.exec(path)?.[0] ?? 0);
    if (!page.lax) response.setHeader('Content-Security-Policy', POLICY);
    const early = page.early === undefined ? '' : `<script src="${path}.early.js"></script>`;
    const script =
      page.script === undefined ? '' : `<script defer src="${path}.script.js"></script>`;
    html(
      response,
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${early}
       <script src="/handrail-guard.min.js"></script><title>Support after abuse ${String(number)}</title>
       <link rel="icon" type="image/svg+xml" href="/favicon.ico">
       <link rel="stylesheet" href="/site.css"><script defer src="/handrail.min.js"></script>
       ${script}</head>
       <body><a class="next" href="/p${String(number + 1)}"></a><a class="tab" href="/p9" target="_blank"></a>
       <div class="mark page-${String(number)}"></div>
       ${`${page.exit ?? EXIT}${page.body ?? ''}`.replaceAll('{destination}', this.destination)}`,
    );
  }

  async #arrive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (path === '/favicon.ico') {
      response.writeHead(404).end();
      return;
    }
    const arrival = this.arrivals.push({ path, referrer: request.headers.referer });
    await this.#hold;
    // Each arrival is to be counted: none comes out of a cache.
    response.setHeader('Cache-Control', 'no-store');
    if (path.startsWith('/nothing')) response.writeHead(204).end();
    else {
      const colour = path === '/second' ? PAINT.second : PAINT.destination;
      html(response, plain('Weather', colour, block(arrivalMark(arrival))));
    }
  }

  async stop(): Promise<void> {
    this.release();
    this.answerLate();
    for (const server of this.#servers) {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }
  }
}

function html(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(body);
}
