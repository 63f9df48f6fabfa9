import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ContactWay } from '../../src/format-request/schema/choices.ts';
import { createReceiver, openSqlite, toNodeListener } from '../../src/receiver/index.ts';
import { until } from './screen.ts';

/** What a thing on the pages is painted in while it has the focus, so that the focus can be seen. */
export const FOCUS = {
  document: 0x0000ff,
  format: 0xff00ff,
  email: 0xff8000,
  summary: 0x00ff00,
  link: 0x00c0a0,
  more: 0x0080ff,
} as const;

/** What the edge above the receiver's pages is painted in: keys pressed before a page is painted may be lost. */
export const PAGE = { form: 0x808000, other: 0x008080 } as const;

/** What the form's button is painted in, so that a mouse finds it. */
export const BUTTON = 0x7f00ff;

const css = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

const STYLES = `
  [name=document-other]:focus { background: ${css(FOCUS.document)}; }
  [name=format]:focus { outline: 20px solid ${css(FOCUS.format)}; }
  [name=email]:focus { background: ${css(FOCUS.email)}; }
  .handrail-summary:focus { background: ${css(FOCUS.summary)}; }
  .handrail-summary a:focus { background: ${css(FOCUS.link)}; }
  a[href='/requests']:focus { background: ${css(FOCUS.more)}; }
  .handrail-page-main { border-top: 20px solid ${css(PAGE.other)}; }
  .handrail-page-main:has(form) { border-color: ${css(PAGE.form)}; }
  .handrail-button[type=submit] { background: ${css(BUTTON)}; }
`;

const policy = (scripts: string): string =>
  `default-src 'none'; script-src 'self' ${scripts}; style-src 'self'; img-src 'self'; connect-src 'self'; ` +
  "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types handrail lit-html";

const page = (
  scripts: string,
  body: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The local plan</title>
<link rel="stylesheet" href="/site.css">
<script src="${scripts}/handrail-guard.min.js"></script><script defer src="${scripts}/handrail.min.js"></script>
<script defer src="/report.js"></script></head>
<body><h1>The local plan</h1>
${body}</body></html>`;

const PLANS: Council = {
  contactWays: ['email'],
  body: `<ul><li><a href="/plan.pdf">Local plan (PDF, 1.2MB)</a></li><li><a href="/map.pdf">Policies map</a></li></ul>
<handrail-format-request links contact-ways="email" formats="easy-read word" heading-level="2">
<form method="post" action="/requests">
<p><label for="document-other">Which document?</label> <input id="document-other" name="document-other"></p>
<p><input id="format" type="checkbox" name="format" value="easy-read"> <label for="format">Easy Read</label></p>
<p><label for="email">Your email</label> <input id="email" name="email" inputmode="email" autocomplete="email"></p>
<p><button>Send request</button></p>
</form></handrail-format-request>`,
};

/** What a site has on its page, and how its council can reach people. */
export interface Council {
  /** Its page, without its head's styles and scripts: what stands in the body. */
  readonly body: string;
  readonly contactWays: readonly ContactWay[];
  /** Where the receiver's pages lead back to. */
  readonly homeUrl?: string;
}

/** Tells the site where the focus is whenever it moves, and what the form holds whenever the page is shown. */
const REPORT = `
const box = (node) => node.name && node.name + (/^(radio|checkbox)$/.test(node.type) ? ' ' + node.value : '');
const name = (node) => box(node) || node.className || node.textContent.trim();
const report = (what) => navigator.sendBeacon('/report', JSON.stringify(what));
addEventListener('focusin', ({ target }) => {
  const receipt = target.matches('.handrail-receipt > [tabindex]') ? target.parentElement.innerText : undefined;
  report({ focus: name(target), receipt });
});
addEventListener('pageshow', async () => {
  await customElements.whenDefined('handrail-format-request');
  const element = document.querySelector('handrail-format-request');
  while (!element.querySelector('[data-handrail-ui] button')) await new Promise(requestAnimationFrame);
  const forms = [...element.querySelectorAll('form')];
  const filled = forms.flatMap((form) => [...new FormData(form)]).filter(([, value]) => value !== '');
  report({ filled, text: element.innerText });
});
`;

/** What a page told the site about itself. */
export interface Report {
  /** What got the focus: a field's name, and its value where it is one of several; a class; or a text. */
  readonly focus?: string;
  /** The fields that were filled in when the page was shown, with their values. */
  readonly filled?: readonly (readonly [string, string])[];
  /** What the element said when the page was shown. */
  readonly text?: string;
  /** What a receipt said as it got the focus. */
  readonly receipt?: string;
}

/** A site with a page about a document, a request form on it, and a receiver that keeps what is sent. */
export class RequestSite {
  readonly address: string;
  /** What the pages told of themselves, in order. Pages without JavaScript tell nothing. */
  readonly reports: Report[] = [];
  /** How often the other page was asked for. */
  visitsElsewhere = 0;
  /** The addresses below the receiver's that were asked for, in order. */
  readonly asked: string[] = [];
  readonly #council: Council;
  readonly #server: Server;
  readonly #folder: string;

  private constructor(server: Server, folder: string, council: Council) {
    this.#council = council;
    this.#server = server;
    this.#folder = folder;
    this.address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const store = openSqlite(join(folder, 'requests.db'));
    const receive = toNodeListener(
      createReceiver({
        store,
        organisation: { name: 'Marshwell Council', email: 'formats@marshwell.example' },
        stylesheetUrl: '/site.css',
        contactWays: council.contactWays,
        homeUrl: council.homeUrl,
      }),
    );
    server.on('request', (request, response) => {
      const { url = '/' } = request;
      if (url.startsWith('/requests')) {
        this.asked.push(url);
        receive(request, response);
      } else void this.#answer(request, response);
    });
    server.on('close', () => void store.close());
  }

  static async start(council = PLANS): Promise<RequestSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new RequestSite(server, mkdtempSync(join(tmpdir(), 'handrail-site-')), council);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = (request.url ?? '/').slice(1);
    // The same server under another name is another site to a browser.
    const elsewhere = this.address.replace('127.0.0.1', 'localhost');
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Security-Policy': policy(elsewhere),
        'Access-Control-Allow-Origin': '*',
      });
      response.end(body);
    };
    if (name === 'report') {
      const chunks = (await request.toArray()) as Buffer[];
      this.reports.push(JSON.parse(Buffer.concat(chunks).toString()) as Report);
      response.writeHead(204).end();
    } else if (name === 'report.js') send('text/javascript', REPORT);
    else if (name === 'site.css') send('text/css', STYLES);
    else if (name.endsWith('.min.js'))
      send('text/javascript', readFileSync(new URL(`../../dist/${name}`, import.meta.url)));
    else if (name === 'elsewhere') {
      this.visitsElsewhere += 1;
      send('text/html; charset=utf-8', '<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>');
    } else if (name === '') send('text/html; charset=utf-8', page('', this.#council.body));
    else if (name === 'scripts-from-elsewhere')
      send('text/html; charset=utf-8', page(elsewhere, this.#council.body));
    else response.writeHead(404).end();
  }

  /** Every stored request, as the database has it. */
  rows(): Record<string, unknown>[] {
    const store = new DatabaseSync(join(this.#folder, 'requests.db'), { readOnly: true });
    const rows = store.prepare('SELECT * FROM requests').all();
    store.close();
    return rows;
  }

  /** Waits for a report of a kind, later than so many, and gives it back. */
  async report<Kind extends keyof Report>(
    kind: Kind,
    after: number,
  ): Promise<NonNullable<Report[Kind]>> {
    return await until(`another report of ${kind}`, () =>
      this.reports
        .slice(after)
        .map((report) => report[kind])
        .find((found) => found !== undefined),
    );
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
