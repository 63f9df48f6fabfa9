import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './screen.ts';

/** What a server gives in a file's place that it holds back until the test lets it go. */
export const LATER = Symbol('later');

/** A page that loads the script in one of the ways in which sites do. */
export interface Case {
  /** The page's script tags. `{files}` stands for the folder with the built files, `{elsewhere}` for another site. */
  readonly scripts: string;
  /** The elements on it: an exit, cards and a form where it is left out. */
  readonly body?: string;
  /** The page's content security policy. */
  readonly policy?: string;
  /** What the server gives in a file's place: another content, nothing at all, or no answer until it is told. */
  readonly files?: (name: string, content: string) => string | undefined | typeof LATER;
}

/** What a page told of itself last. */
export interface State {
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** Which elements have drawn themselves, and what the page can be left by. */
  readonly drawn: readonly string[];
  /** Whether the author's own markup can be seen, of the card and of the form. */
  readonly authors: readonly boolean[];
  /** What the form says about its sending, and how many lists of problems it shows. */
  readonly status: string;
  readonly summaries: number;
  /** How many files of the script are on their way. */
  readonly fetching: number;
  /** When it told this: what comes later says more. */
  readonly at: number;
  /** Whether a file has run that must not. */
  readonly tampered: boolean;
  /** Whether the browser knows Trusted Types. */
  readonly trusted: boolean;
}

export const EXIT =
  '<handrail-quick-exit><a href="https://www.bbc.co.uk/weather">Leave</a></handrail-quick-exit>';
export const CARD =
  '<handrail-service-card src="/services.json#a"><h3 class="authors">The author’s card</h3></handrail-service-card>';
export const FORM = `<handrail-format-request><form method="post" action="/requests">
  <label class="authors">Which document? <input name="document-other" value="The plan"></label>
  <button>Send</button></form></handrail-format-request>`;

export const TAGS =
  '<script src="{files}/handrail-guard.min.js"></script><script defer src="{files}/handrail.min.js"></script>';

const SERVICES = JSON.stringify({
  services: [
    {
      id: 'a',
      name: 'Advice',
      channels: [{ kind: 'voice', value: '020 7946 0123', primary: true }],
    },
    { id: 'b', name: 'Advice in Urdu', languages: [{ code: 'ur' }], wait: { date: '2020-01-01' } },
  ],
});

/**
 * Runs before everything else: it notes what is said and thrown, tells the test whenever the page changes,
 * and does as it is told. A wait of 10 seconds ends when the test says so.
 */
const REPORT = `(() => {
  const warnings = [], errors = [];
  const seen = (selector) => document.querySelector(selector)?.checkVisibility() ?? false;
  const ELEMENTS = {
    exit: 'a.handrail-exit-link', card: 'handrail-service-card article',
    form: 'handrail-format-request [data-handrail-ui] button',
  };
  let last = '', told = 0;
  const tell = () => {
    const drawn = Object.keys(ELEMENTS).filter((name) => document.querySelector(ELEMENTS[name]));
    if (self.handrailGuard) drawn.push('guard');
    const state = JSON.stringify({ at: 0, warnings, errors, drawn, tampered: 'tampered' in self, trusted: 'trustedTypes' in self,
      fetching: document.querySelectorAll('script[integrity^=sha256]').length,
      status: document.querySelector('.handrail-status')?.textContent ?? '',
      summaries: document.querySelectorAll('.handrail-summary').length,
      authors: ['handrail-service-card .authors', 'handrail-format-request .authors'].map(seen) });
    if (state === last) return;
    last = state;
    // A beacon waits in WebKit until the page has loaded.
    told += 1;
    // A clock of whole milliseconds, as two engines have it, gives two reports one time.
    const at = performance.timeOrigin + told / 100;
    fetch('/report' + location.search, { method: 'POST', keepalive: true, body: state.replace('0', at) })
      .catch(() => undefined);
  };
  const { warn } = console;
  console.warn = (...words) => { warnings.push(words.join(' ')); warn(...words); tell(); };
  addEventListener('error', ({ message }) => { if (message) { errors.push(message); tell(); } });
  addEventListener('unhandledrejection', ({ reason }) => { errors.push(String(reason)); tell(); });
  const waits = [];
  const { setTimeout } = self;
  self.setTimeout = (run, after, ...given) => after === 10000 ? waits.push(run) : setTimeout(run, after, ...given);
  new MutationObserver(tell).observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener('load', tell);
  const ORDERS = {
    late: () => waits.forEach((run) => run()),
    send: () => document.querySelector('handrail-format-request button').click(),
    twice: () => { ORDERS.send(); ORDERS.send(); },
    add: () => document.body.append(document.createElement('handrail-service-card')),
  };
  (async () => {
    for (;;) {
      const order = await (await fetch('/order' + location.search)).text();
      if (order.startsWith('/')) return location.replace(order);
      ORDERS[order]?.();
      tell();
    }
  })().catch(() => undefined);
})();`;

const dist = (name: string): Buffer => readFileSync(new URL(`../../dist/${name}`, import.meta.url));

/** A site of pages that load the script, each in another way, and a browser's window that goes from one to the next. */
export class ScriptSite {
  readonly address: string;
  /** What the server was asked for on a case's page, in order: the built files by name, and the form's receiver. */
  readonly asked = new Map<string, string[]>();
  /** What the form's receiver was sent last. */
  sent = new URLSearchParams();
  readonly #server: Server;
  readonly #cases: Readonly<Record<string, Case>>;
  readonly #states = new Map<string, State>();
  readonly #orders: string[] = [];
  readonly #held: (() => void)[] = [];
  #waiting: ((order: string) => void) | undefined;
  /** The page that takes orders now. */
  #listening = '';

  private constructor(server: Server, cases: Readonly<Record<string, Case>>) {
    this.#server = server;
    this.#cases = cases;
    // No author's own machine: there the exit looks at more, and says more.
    this.address = `http://site.localhost:${String((server.address() as AddressInfo).port)}`;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(cases: Readonly<Record<string, Case>>): Promise<ScriptSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    return new ScriptSite(server, cases);
  }

  /** Has the window go to a case's page, and gives what that told of itself once it is as is asked for. */
  async open(name: string, reached: (state: State) => boolean): Promise<State> {
    this.#states.delete(name);
    this.asked.set(name, []);
    this.order(`/page?${encodeURIComponent(name)}`);
    return await this.reaches(name, reached);
  }

  async reaches(name: string, reached: (state: State) => boolean): Promise<State> {
    return await until(`"${name}" to get there`, () => {
      const state = this.#states.get(name);
      return state && reached(state) ? state : undefined;
    }).catch((error: unknown) => {
      const { message } = error as Error;
      throw new Error(`${message} ${JSON.stringify(this.#states.get(name))}`);
    });
  }

  /** Has the page that is open do something. */
  order(order: string): void {
    if (this.#waiting) this.#waiting(order);
    else this.#orders.push(order);
    this.#waiting = undefined;
  }

  /** Has the page send the author's own form, and waits until the server has it and its answer is shown. */
  async send(name: string, order = 'send'): Promise<void> {
    this.order(order);
    await until('the form to be sent', () => this.asked.get(name)?.includes('/requests'));
    await until('the answer to be shown', () => this.#listening === '');
  }

  /** Answers with the files that were held back. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.address);
    const name = decodeURIComponent(search.slice(1));
    const send = (type: string, body: string | Buffer): void => {
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'no-store');
      response.end(body);
    };
    if (pathname === '/report') {
      const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
      const state = JSON.parse(body) as State;
      // Reports overtake one another.
      if (state.at > (this.#states.get(name)?.at ?? -1)) this.#states.set(name, state);
      response.writeHead(204).end();
    } else if (pathname === '/order') {
      this.#listening = name;
      const next = this.#orders.shift();
      send('text/plain', next ?? (await new Promise<string>((told) => (this.#waiting = told))));
    } else if (pathname === '/report.js') send('text/javascript', REPORT);
    else if (pathname === '/services.json') send('application/json', SERVICES);
    else if (pathname === '/requests') {
      const body = Buffer.concat((await request.toArray()) as Buffer[]).toString();
      this.sent = new URLSearchParams(body);
      this.asked.get([...this.asked.keys()].at(-1) ?? '')?.push('/requests');
      send('text/html', '<!doctype html><title>Sent</title><script src="/report.js"></script>');
    } else if (pathname === '/page') this.#page(name, response, send);
    else await this.#file(pathname, response, send);
  }

  #page(name: string, response: ServerResponse, send: (type: string, body: string) => void): void {
    const { scripts = '', body = EXIT + CARD + FORM, policy } = this.#cases[name] ?? {};
    const fill = (text: string): string =>
      text
        .replaceAll('{files}', `/files/${encodeURIComponent(name)}`)
        .replaceAll('{site}', this.address)
        .replaceAll('{elsewhere}', this.address.replace('site.', 'elsewhere.'))
        .replace(/\{content:([\w.-]+)\}/g, (_, file: string) => dist(file).toString());
    if (policy) response.setHeader('Content-Security-Policy', fill(policy));
    send(
      'text/html',
      fill(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
        <script nonce="abc" src="/report.js"></script>${scripts}</head><body>${body}</body></html>`),
    );
  }

  async #file(
    pathname: string,
    response: ServerResponse,
    send: (type: string, body: string) => void,
  ): Promise<void> {
    const [, name = '', file = ''] =
      /^\/files\/([^/]+)\/(.+)$/.exec(pathname)?.map(decodeURIComponent) ?? [];
    this.asked.get(name)?.push(file);
    let content: string | undefined;
    try {
      content = dist(file).toString();
    } catch {
      // What is not built may still be one of the case's own.
    }
    const { files } = this.#cases[name] ?? {};
    const given = files ? files(file, content ?? '') : content;
    if (given === LATER) await new Promise<void>((answer) => this.#held.push(answer));
    const body = given === LATER ? content : given;
    if (body === undefined) response.writeHead(404).end();
    else send(file.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript', body);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
