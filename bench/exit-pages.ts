/**
 * The same page twice: with GOV.UK Frontend's exit and with Handrail's, whole, in each kind of trouble, and
 * with a script of the page's own that does what pages do.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { tone } from '../test/e2e/tone.ts';

export type Maker = 'govuk' | 'handrail';

export const TROUBLES = [
  'none',
  'style sheet missing',
  'strict CSP',
  'widget on top',
  'script late',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What a page's own script does, by the name of the page. */
const SCRIPTS = {
  /** The focus goes to a link that lies under the exit. */
  under: `const under = Object.assign(document.createElement('a'), { href: '?under', textContent: 'x' });
    document.body.append(under);
    setTimeout(() => {
      const { left, top, width, height } = exit.getBoundingClientRect();
      under.style.cssText = 'position:absolute;left:' + left + 'px;top:' + top + 'px;width:' + width + 'px;height:' + height + 'px';
      under.focus();
      note(document.activeElement === under ? 'focused' : 'not focused');
    }, 400);`,
  /** A click on the ground takes the focus to the exit. */
  focus: `addEventListener('click', () => { exit.focus(); note(document.activeElement === exit ? 'focused' : 'not focused'); }, { once: true });`,
  navigation: `pressed(() => { fetch('/blank.svg?wait=500').then(() => { location.href = '?later'; }); });`,
  write: later(
    `document.open(); document.write('<title>Support after abuse</title><body bgcolor=#ff00ff>Support'); document.close();`,
  ),
  alert: later(`note('asks'); alert('Support after abuse'); note('asked');`),
  /** A click on the ground starts a sound that is nowhere in the page. */
  sound: `const sound = new Audio('/tone.wav');
    for (const type of ['timeupdate', 'pause']) sound.addEventListener(type, () => note(type));
    addEventListener('click', () => { sound.play(); }, { once: true });`,
  address: later(`note('at ' + location.href);`),
} as const;
export type Script = keyof typeof SCRIPTS;

/** What every script of a page begins with. */
const PRELUDE = `const exit = document.querySelector('.govuk-js-exit-this-page-button, handrail-quick-exit a');
// After an exit a page may send nothing but a picture's address.
const note = (text) => { new Image().src = '/note?' + encodeURIComponent(text); };
const pressed = (then) => addEventListener('pointerdown', ({ target }) => { if (exit.contains(target)) then(); }, true);
`;

/** Does something after the exit has been pressed, in ways that no timer is needed for. */
function later(then: string): string {
  return `const worker = new Worker('/worker.js');
    const run = () => { ${then} };
    worker.addEventListener('message', run);
    pressed(() => {
      worker.postMessage(400);
      fetch('/blank.svg?wait=600').then(run, run);
    });`;
}

export const VISIT = 0xff00ff;
export const WIDGET = 0xff0080;
export const NEXT = 0xffff00;
export const NEW_TAB = 0xff8000;
export const SLOW_TAB = 0x0080ff;
/** How long the page behind the link of that colour takes to answer, in milliseconds. */
export const SLOW = 4000;
export const SEARCH = 0x0000ff;
export const DESTINATION = 0x00ff00;
/** What the site paints either maker's button in. */
export const BUTTON = 0x00ffff;

const file = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.url));
const dist = (name: string): string => `dist${name.replace('/fallback', '/themes/fallback')}`;
const GOVUK = 'node_modules/govuk-frontend/dist/govuk';

const FILES: Readonly<Record<string, () => Buffer | string>> = {
  '/govuk.js': () => file(`${GOVUK}/govuk-frontend.min.js`),
  '/govuk.css': () => file(`${GOVUK}/govuk-frontend.min.css`),
  '/start.js': () => "import { initAll } from '/govuk.js'; initAll();",
  '/worker.js': () => 'onmessage = ({ data }) => setTimeout(() => postMessage(0), data);',
  '/tone.wav': () => tone(20),
  '/paint.css': () =>
    `body { margin: 0; min-height: 100vh; background: #ff00ff }
     .govuk-exit-this-page__button, handrail-quick-exit a { background-color: #00ffff !important }
     .next, .tab, .slow, .widget { position: absolute; left: 40px; width: 200px; height: 60px }
     .next { top: 300px; background: #ffff00 } .tab { top: 400px; background: #ff8000 }
     .slow { left: 300px; top: 400px; background: #0080ff }
     .widget { top: 500px; background: #ff0080 }`,
  '/widget.js': () =>
    `document.querySelector('.widget').style.cssText =
       'display: block !important; visibility: visible !important; z-index: 2147483647; position: fixed';`,
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  wav: 'audio/wav',
};

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'";

function page(maker: Maker, trouble: Trouble | Script, destination: string): string {
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
  const script = trouble in SCRIPTS ? `<script defer src="/${trouble}.script.js"></script>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Support after abuse</title>
    ${head}<link rel="stylesheet" href="/paint.css"></head><body>${exit}
    <a class="next" href="?again"></a><a class="tab" href="?tab" target="_blank"></a>
    <a class="slow" href="?wait=${String(SLOW)}" target="_blank"></a>${widget}${script}`;
}

/** A search page, a site that nobody is to see and a destination, each on a host of its own. */
export class Pages {
  readonly #servers: Server[] = [];
  readonly arrivals: (string | undefined)[] = [];
  /** The addresses that the servers were asked for. */
  readonly asked: string[] = [];
  /** What the site's pages have told of themselves. */
  readonly notes: { readonly text: string; readonly time: number }[] = [];
  /** How many pages have been sent that took their time. */
  slow = 0;
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
      void this.#answer(path, response);
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
      this.asked.push(`http://${host}:${String(request.socket.localPort)}${request.url ?? '/'}`);
      answer(request.url ?? '/', response, request.headers.referer);
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return `http://${host}:${String((server.address() as AddressInfo).port)}`;
  }

  /** Answers with a file or a page; an address with `?wait=500` after so many milliseconds. */
  async #answer(url: string, response: ServerResponse): Promise<void> {
    const { pathname: path, search, searchParams } = new URL(url, this.site);
    const wait = Number(searchParams.get('wait'));
    if (path === '/note') {
      this.notes.push({ text: decodeURIComponent(search.slice(1)), time: performance.now() });
      response.writeHead(204).end();
      return;
    }
    if (wait > 0) await pause(wait);
    const content = this.#file(path);
    if (content) {
      response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? ''] ?? '');
      response.end(content);
      return;
    }
    const [, maker, name] = /^\/(govuk|handrail)\/([\w-]+)/.exec(path) ?? [];
    const kind =
      TROUBLES.find((trouble) => trouble.replaceAll(' ', '-') === name) ??
      (Object.keys(SCRIPTS) as Script[]).find((script) => script === name);
    if (!maker || !kind) {
      response.writeHead(404).end();
      return;
    }
    if (wait > 0) this.slow += 1;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (kind === 'strict CSP') response.setHeader('Content-Security-Policy', POLICY);
    let html = page(maker as Maker, kind, this.destination);
    if (kind === 'script late') {
      // Both makers' large script never arrives; Handrail's guard is a file of its own in the head.
      html = html.replace('/start.js', '/late.js').replace('/handrail.min.js', '/late.js');
    }
    response.end(html);
  }

  #file(path: string): Buffer | string | undefined {
    const made = FILES[path]?.();
    if (made) return made;
    const script = /^\/(\w+)\.script\.js$/.exec(path)?.[1];
    if (script && script in SCRIPTS) return `${PRELUDE}${SCRIPTS[script as Script]}`;
    // Of the build's, only what lies at its top, and the one theme.
    const built = /^\/[\w-]+(\.min\.js|\.svg|\.css)$/.test(path);
    return built && existsSync(new URL(`../${dist(path)}`, import.meta.url))
      ? file(dist(path))
      : undefined;
  }
}
