/**
 * Serves the demonstration: two host pages that embed Handrail as a stranger would, from dist/ alone,
 * under a strict content security policy, with a receiver that keeps requests in .data/requests.db.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createReceiver, openSqlite, toNodeListener } from '../src/receiver/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types handrail lit-html',
].join('; ');

/** What is served as it is. Pages are not: they have addresses of their own, and places to fill in. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
};

/** The pages that are files here, by their path. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/borough': 'borough.html',
  '/borough/cy': 'borough.cy.html',
  '/borough/ar': 'borough.ar.html',
  '/nhs': 'nhs.html',
};

/** The pages that are made from what a council pastes, by their path. Titles name nothing of the subject. */
const PASTED: Readonly<Record<string, { file: string; title: string }>> = {
  '/safety': { file: 'safety-page.html', title: 'Using the internet' },
  '/before-you-go-on': { file: 'interruption-page.html', title: 'Using our website' },
};

/** The path of every page of the demonstration, without those of the receivers. */
export const PATHS: readonly string[] = [...Object.keys(PAGES), ...Object.keys(PASTED)];

/** The receivers' pages have the same way out as the pages that lead to them. */
const WAY_OUT = {
  exitUrl: 'https://www.bbc.co.uk/weather',
  guardUrl: '/dist/handrail-guard.min.js',
};

/** Two organisations share one database; each answers under its own name. */
const RECEIVERS = [
  {
    path: '/requests',
    organisation: {
      name: 'Marshwell Council',
      email: 'formats@marshwell.example',
      phone: '020 7946 0456',
    },
    stylesheetUrl: '/borough.css',
    homeUrl: '/borough',
    ...WAY_OUT,
  },
  {
    path: '/nhs/requests',
    organisation: {
      name: 'Riverside Reach NHS Foundation Trust',
      email: 'formats@riverside-reach.example',
      phone: '020 7946 0789',
    },
    stylesheetUrl: '/nhs-requests.css',
    homeUrl: '/nhs',
    ...WAY_OUT,
  },
];

/** A page with the hashes of the built scripts filled in, as an author pastes them from sri.json. */
function page(file: string): string {
  const hashes = JSON.parse(readFileSync(join(root, 'dist/sri.json'), 'utf8')) as Record<
    string,
    string
  >;
  return readFileSync(join(root, 'demo', file), 'utf8').replace(
    /\{\{sri:([\w./-]+)\}\}/g,
    (_, name: string) => hashes[name] ?? '',
  );
}

/**
 * A page of the council's with what docs/quick-exit/ has for councils to paste: the exit goes where the
 * council's other pages have theirs, and Continue leads to its page on the subject.
 */
function pastedPage({ file, title }: { file: string; title: string }): string {
  const pasted = readFileSync(join(root, 'docs/quick-exit', file), 'utf8')
    .replace(/<!--.*?-->/s, '')
    .replace('href="/support"', 'href="/borough"');
  const [exit = ''] = /<handrail-quick-exit>.*<\/handrail-quick-exit>/s.exec(pasted) ?? [];
  const parts: Readonly<Record<string, string>> = {
    title,
    exit,
    words: pasted.replace(exit, ''),
  };
  return page('council-page.html').replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => parts[name] ?? '',
  );
}

function pageAt(path: string): string | undefined {
  const name = PAGES[path];
  const pasted = PASTED[path];
  if (name !== undefined) return page(name);
  return pasted && pastedPage(pasted);
}

/** NHS.UK's own style sheet, without the fonts that it would fetch from the NHS's servers. */
function nhsStyles(): string {
  const file = join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css');
  return readFileSync(file, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, '');
}

function file(path: string): string | undefined {
  const clean = normalize(path);
  const folder = clean.startsWith('/dist/') ? '' : 'demo';
  const full = join(root, folder, clean);
  return full.startsWith(join(root, folder)) && existsSync(full) && extname(full) in TYPES
    ? full
    : undefined;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  });
  response.end(body);
}

/**
 * Makes the demonstration's server, not yet listening. Closing it closes the database too.
 *
 * @param database - the file that keeps the requests.
 */
export function demoServer(database: string = join(root, '.data/requests.db')): Server {
  const store = openSqlite(database);
  const receivers = RECEIVERS.map((options) => ({
    path: options.path,
    receive: toNodeListener(createReceiver({ ...options, store })),
  }));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const receiver = receivers.find(({ path }) => `${pathname}/`.startsWith(`${path}/`));
    if (receiver) {
      receiver.receive(request, response);
      return;
    }
    const html = pageAt(pathname.replace(/(.)\/$/, '$1'));
    const found = file(pathname);
    if (html !== undefined) send(response, 200, 'text/html; charset=utf-8', html);
    else if (pathname === '/nhs/nhsuk-frontend.min.css')
      send(response, 200, 'text/css', nhsStyles());
    else if (found) send(response, 200, TYPES[extname(found)] ?? '', readFileSync(found));
    else
      send(
        response,
        404,
        'text/plain; charset=utf-8',
        'There is no such page in this demonstration.',
      );
  });
  server.on('close', () => {
    void store.close();
  });
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env['PORT'] ?? 4600);
  const server = demoServer();
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = `Port ${String(port)} is in use. Stop what runs there, or choose another: PORT=4601 npm start`;
    console.error(error.code === 'EADDRINUSE' ? taken : error.message);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`The demonstration is at http://localhost:${String(port)}`);
  });
}
