/** The same page twice: with GOV.UK Frontend's exit and with Handrail's, whole and in each kind of trouble. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Maker = 'govuk' | 'handrail';

export const TROUBLES = [
  'none',
  'style sheet missing',
  'strict CSP',
  'widget on top',
  'script late',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export const VISIT = 0xff00ff;
export const WIDGET = 0xff0080;
export const NEXT = 0xffff00;
export const NEW_TAB = 0xff8000;
export const SEARCH = 0x0000ff;
export const DESTINATION = 0x00ff00;
/** What each maker paints its button in. */
export const BUTTON: Readonly<Record<Maker, number>> = { govuk: 0xca3535, handrail: 0xd4213d };

const file = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.url));
const GOVUK = 'node_modules/govuk-frontend/dist/govuk';

const FILES: Readonly<Record<string, () => Buffer | string>> = {
  '/govuk.js': () => file(`${GOVUK}/govuk-frontend.min.js`),
  '/govuk.css': () => file(`${GOVUK}/govuk-frontend.min.css`),
  '/start.js': () => "import { initAll } from '/govuk.js'; initAll();",
  '/handrail-guard.min.js': () => file('dist/handrail-guard.min.js'),
  '/handrail.min.js': () => file('dist/handrail.min.js'),
  '/self-check.js': () => file('dist/self-check.js'),
  '/blank.svg': () => file('dist/blank.svg'),
  '/fallback.css': () => file('dist/themes/fallback.css'),
  '/paint.css': () =>
    `body { margin: 0; min-height: 100vh; background: #ff00ff }
     .next, .tab, .widget { position: absolute; left: 40px; width: 200px; height: 60px }
     .next { top: 300px; background: #ffff00 } .tab { top: 400px; background: #ff8000 }
     .widget { top: 500px; background: #ff0080 }`,
  '/widget.js': () =>
    `document.querySelector('.widget').style.cssText =
       'display: block !important; visibility: visible !important; z-index: 2147483647; position: fixed';`,
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

function page(maker: Maker, trouble: Trouble, destination: string): string {
  const lacksStyle = trouble === 'style sheet missing';
  const head =
    maker === 'govuk'
      ? `<link rel="stylesheet" href="${lacksStyle ? '/missing.css' : '/govuk.css'}">
         <script type="module" src="/start.js"></script>`
      : `<script src="/handrail-guard.min.js"></script>
         <link rel="stylesheet" href="${lacksStyle ? '/missing.css' : '/fallback.css'}">
         <script defer src="/handrail.min.js"></script>`;
  const exit =
    maker === 'govuk'
      ? `<script>document.body.className += ' js-enabled govuk-frontend-supported'</script>
         <div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
         <a href="${destination}" role="button" draggable="false" rel="nofollow noreferrer" data-module="govuk-button"
         class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button">
         <span class="govuk-visually-hidden">Emergency</span> Exit this page</a></div>`
      : `<handrail-quick-exit><a href="${destination}" rel="nofollow noreferrer">Leave this page now</a></handrail-quick-exit>`;
  const widget =
    trouble === 'widget on top'
      ? '<div class="widget"></div><script src="/widget.js"></script>'
      : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Support after abuse</title>
    ${head}<link rel="stylesheet" href="/paint.css"></head><body>${exit}
    <a class="next" href="?again"></a><a class="tab" href="?tab" target="_blank"></a>${widget}`;
}

/** A search page, a site that nobody is to see and a destination, each on a host of its own. */
export class Pages {
  readonly #servers: Server[] = [];
  readonly arrivals: (string | undefined)[] = [];
  search = '';
  site = '';
  destination = '';
  #waiting: (() => void)[] | undefined;

  async start(): Promise<void> {
    const plain = (response: ServerResponse, colour: string, body = ''): void => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>Other</title><body bgcolor="${colour}">${body}`);
    };
    this.search = await this.#listen('127.0.0.1', (_, response) => {
      plain(response, '#0000ff');
    });
    this.site = await this.#listen('127.0.0.2', (path, response) => {
      this.#answer(path, response);
    });
    this.destination = await this.#listen('127.0.0.3', (path, response, referrer) => {
      if (path === '/favicon.ico') {
        response.writeHead(404).end();
        return;
      }
      this.arrivals.push(referrer);
      response.setHeader('Cache-Control', 'no-store');
      const answer = (): void => plain(response, '#00ff00');
      if (this.#waiting) this.#waiting.push(answer);
      else answer();
    });
  }

  hold(): void {
    this.#waiting = [];
  }

  release(): void {
    for (const answer of this.#waiting ?? []) answer();
    this.#waiting = undefined;
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    }
  }

  async #listen(
    host: string,
    answer: (path: string, response: ServerResponse, referrer?: string) => void,
  ): Promise<string> {
    const server = createServer((request, response) => {
      answer(request.url ?? '/', response, request.headers.referer);
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return `http://${host}:${String((server.address() as AddressInfo).port)}`;
  }

  #answer(path: string, response: ServerResponse): void {
    const content = FILES[path];
    if (content) {
      response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? ''] ?? '');
      response.end(content());
      return;
    }
    const [, maker, trouble] = /^\/(govuk|handrail)\/([\w-]+)/.exec(path) ?? [];
    const kind = TROUBLES.find((name) => name.replaceAll(' ', '-') === trouble);
    if (!maker || !kind) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (kind === 'strict CSP') response.setHeader('Content-Security-Policy', POLICY);
    let html = page(maker as Maker, kind, this.destination);
    if (kind === 'script late') {
      // Both makers' large script never arrives; Handrail's guard is a file of its own in the head.
      html = html.replace('/start.js', '/late.js').replace('/handrail.min.js', '/late.js');
    }
    response.end(html);
  }
}
