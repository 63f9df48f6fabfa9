import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aspnet } from './aspnet.ts';
import { cms } from './cms.ts';
import { htmlPage } from './example.ts';
import type { Example, Posted } from './example.ts';
import {
  accepted,
  captcha,
  caseNumber,
  errors,
  flow,
  outer,
  outerScript,
  refused,
  silent,
  thanks,
  upload,
} from './others.ts';

export const EXAMPLES: readonly Example[] = [
  ...[aspnet, cms, flow, thanks, caseNumber, errors, refused],
  ...[outer, outerScript, captcha, upload, accepted, silent],
];

/** What the field that Enter is pressed in is painted in, once it has the focus: without scripts another. */
export const READY = { scripted: 0x0000ff, plain: 0xff8000 } as const;

const STYLES = `html { background: white } [name=document-other]:focus { background: #0000ff; }
  .plain [name=document-other]:focus { background: #ff8000; }`;

/** Tells the site what the element says, whenever that changes. */
const REPORT = `
const element = document.querySelector('handrail-format-request');
const tell = () => navigator.sendBeacon('/report', JSON.stringify({ page: location.pathname, text: element.innerText }));
addEventListener('load', async () => {
  await customElements.whenDefined('handrail-format-request');
  new MutationObserver(tell).observe(element, { subtree: true, childList: true, characterData: true });
  // WebKit minds no autofocus in a window that was opened with the page.
  while (!element.querySelector('[data-handrail-form] [name]')) await new Promise(requestAnimationFrame);
  element.querySelector('[data-handrail-form] [name=document-other]').focus();
  // A CAPTCHA that is solved, and a file that is chosen, once the form is there.
  const token = Object.assign(document.createElement('textarea'), { name: 'g-recaptcha-response', value: 'solved' });
  token.style.display = 'none';
  document.querySelector('#captcha')?.append(token);
  const proof = document.querySelector('[type=file]');
  const chosen = new DataTransfer();
  chosen.items.add(new File(['It is I.'], 'proof.txt', { type: 'text/plain' }));
  if (proof) proof.files = chosen.files;
  tell();
});
`;

const policy = (scripts: string, elsewhere: string): string =>
  `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self' ${elsewhere}; ` +
  `form-action 'self' ${elsewhere}; require-trusted-types-for 'script'; trusted-types handrail lit-html`;

function pageOf(
  { path, attributes, form = '', around }: Example,
  fields: string,
  action: string,
  plain: boolean,
): string {
  const open = `<form method="post" action="${around ? path : action}" ${form}>`;
  const asked = `<p><label>Which document? <input id="which" name="document-other" value="The plan" autofocus></label></p>
<p><label><input type="checkbox" name="format" value="easy-read" checked> Easy Read</label></p>
<p><label>Email <input name="email" value="sam@example.org"></label></p>
${fields}`;
  const element = (content: string): string =>
    `<handrail-format-request ${attributes} contact-ways="email">${content}</handrail-format-request>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Form ${path}</title>
<link rel="stylesheet" href="/site.css"><script defer src="/handrail.min.js"></script>
<script defer src="/report.js"></script></head><body class="${plain ? 'plain' : ''}">
${
  around
    ? `${open}${around.before}${element(asked)}${around.after}</form>`
    : element(`${open}${asked}<button>Send request</button></form>`)
}</body></html>`;
}

/** A form that was posted, and to which example. */
export interface Arrival extends Posted {
  readonly path: string;
}

/** A site with a page and an endpoint for each example. Below `/plain` its pages may run no script. */
export class EndpointSite {
  readonly address: string;
  readonly arrived: Arrival[] = [];
  /** What the pages said of themselves, in order. */
  readonly reports: { readonly page: string; readonly text: string }[] = [];
  /** How often each page was asked for. */
  readonly visits = new Map<string, number>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<EndpointSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new EndpointSite(server);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = (request.url ?? '/').replace(/\?.*/, '');
    const send = (type: string, body: string | Buffer, headers = {}): void =>
      void response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    if (url === '/report') {
      this.reports.push(JSON.parse(body.toString()) as { page: string; text: string });
      response.writeHead(204).end();
    } else if (url === '/report.js') send('text/javascript', REPORT);
    else if (url === '/site.css') send('text/css', STYLES);
    else if (url.endsWith('.min.js'))
      send('text/javascript', readFileSync(new URL(`../../dist${url}`, import.meta.url)));
    else if (url.endsWith('/thanks')) send('text/html', htmlPage('Thank you'));
    else await this.#answerForm(url, request, response, body);
  }

  async #answerForm(
    url: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer<ArrayBuffer>,
  ): Promise<void> {
    const plain = url.startsWith('/plain');
    const path = url.replace('/plain', '');
    const example = EXAMPLES.find((each) => path === each.path || path === `${each.path}/send`);
    if (!example) {
      response.writeHead(404).end();
    } else if (request.method === 'POST') {
      const contentType = request.headers['content-type'] ?? '';
      const posted: Arrival = {
        path: example.path,
        fields: await new Response(body, { headers: { 'Content-Type': contentType } }).formData(),
        cookies: request.headers.cookie ?? '',
        contentType,
        json: /json/.test(request.headers.accept ?? ''),
      };
      this.arrived.push(posted);
      const { status, headers, body: answer } = example.answer(posted);
      response.writeHead(status, headers).end(answer);
    } else {
      this.visits.set(url, (this.visits.get(url) ?? 0) + 1);
      // The same server under another name is another site to a browser.
      const elsewhere = this.address.replace('127.0.0.1', 'localhost');
      const { fields, cookie } = example.page(
        plain || request.headers['sec-fetch-dest'] === 'empty',
      );
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': policy(plain ? "'none'" : "'self'", elsewhere),
        ...(cookie && { 'Set-Cookie': cookie }),
      });
      const action = `${example.elsewhere ? elsewhere : ''}${example.path}/send`;
      response.end(pageOf(example, fields, action, plain));
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
