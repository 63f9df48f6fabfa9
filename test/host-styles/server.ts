/**
 * Serves a page for each style sheet of others that the form is tried in, from one template, and a
 * receiver that forgets what it gets.
 *
 *   node test/host-styles/server.ts     then open http://localhost:4610
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createReceiver, openSqlite, toNodeListener } from '../../src/receiver/index.ts';
import { FORM_STYLES } from '../../src/render/styles.ts';
import { FRAMEWORKS } from './frameworks.ts';
import type { Framework } from './frameworks.ts';

const root = join(import.meta.dirname, '../..');

/** The form as an author writes it, and the links that it finds. */
const AUTHORS = `<ul><li><a href="/plan.pdf">Our plan for 2027 (PDF, 1.2MB)</a></li><li><a href="/centre.pdf">What happens at a centre (PDF)</a></li></ul>
<handrail-format-request organisation="Marshwell Council" email="formats@marshwell.example" phone="020 7946 0456">
<form method="post" action="/requests"><p><label for="doc">Which document?</label> <input id="doc" name="document-other"></p>
<p><button>Send request</button></p></form></handrail-format-request>`;

/** Every part of the form at once, errors and receipt too, without a script. */
const PARTS = readFileSync(join(import.meta.dirname, 'parts.html'), 'utf8');

/** Which page of a framework's is wanted. */
export interface Wanted {
  /** Every part of the form, in the place of a form that works. */
  readonly parts?: boolean;
  readonly dark?: boolean;
}

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';

/** One page: a framework's own, around the form. */
function page({ name, title, css, theme, html, body, around, ...more }: Framework, wanted: Wanted) {
  const dark = wanted.dark ? more.dark : undefined;
  const ours = wanted.parts
    ? `<link rel="stylesheet" href="/parts.css">`
    : '<script defer src="/dist/handrail.min.js"></script>';
  return `<!doctype html><html lang="en-GB" class="${html ?? ''}" ${dark?.html ?? ''}><head>${HEAD}<title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/dist/themes/fallback.css">
${theme ? `<link rel="stylesheet" href="/dist/themes/${theme}.css">` : ''}
<link rel="stylesheet" href="/modules/${css}"><style>${dark?.css ?? ''}</style>${ours}</head>
<body class="${body ?? ''}" id="${name}">${around.replace('{form}', wanted.parts ? PARTS : AUTHORS)}</body></html>`;
}

const INDEX = `<!doctype html><html lang="en-GB"><head>${HEAD}<title>Host styles</title></head><body><h1>Host styles</h1><ul>${FRAMEWORKS.map(
  ({ name, title, dark }) =>
    `<li>${title}: ${[
      ['', 'form'],
      ['/parts', 'every part'],
      ...(dark
        ? [
            ['/dark', 'form, dark'],
            ['/parts/dark', 'every part, dark'],
          ]
        : []),
    ]
      .map(([path = '', words = '']) => `<a href="/${name}${path}">${words}</a>`)
      .join(', ')}</li>`,
).join('')}</ul></body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
};

/** What is at a path, and of which type; nothing where there is none. */
function at(path: string): [string, string | Buffer] | undefined {
  if (path === '/') return ['.html', INDEX];
  if (path === '/parts.css') return ['.css', FORM_STYLES];
  const [, name, ...words] = path.split('/');
  if (name === 'frame') {
    const [width = '', ...rest] = words;
    return [
      '.html',
      `<!doctype html><body><iframe src="/${rest.join('/')}" width="${width}" height="800" style="border:0"></iframe>`,
    ];
  }
  const framework = FRAMEWORKS.find((each) => each.name === name);
  if (framework)
    return [
      '.html',
      page(framework, { parts: words.includes('parts'), dark: words.includes('dark') }),
    ];
  const file = normalize(path.replace(/^\/modules\//, '/node_modules/'));
  if (!/^\/(dist|node_modules)\//.test(file)) return undefined;
  try {
    const content = readFileSync(join(root, file));
    // A framework's fonts are another server's: none of them is fetched.
    if (file.endsWith('.css'))
      return ['.css', content.toString().replace(/@font-face\s*\{[^}]*\}/g, '')];
    return [extname(file), content];
  } catch {
    return undefined;
  }
}

/** Makes the server, not yet listening. */
export function hostStyles(): Server {
  const store = openSqlite(':memory:');
  const receive = toNodeListener(
    createReceiver({ store, organisation: { name: 'Marshwell Council' } }),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/requests')) {
      receive(request, response);
      return;
    }
    const [type, content] = at(pathname) ?? [];
    response.writeHead(type ? 200 : 404, { 'Content-Type': TYPES[type ?? ''] ?? 'text/plain' });
    response.end(content);
  });
  server.on('close', () => void store.close());
  return server;
}

if (import.meta.main) {
  const port = Number(process.env['PORT'] ?? 4610);
  hostStyles().listen(port, '127.0.0.1', () =>
    console.log(`The pages are at http://localhost:${String(port)}`),
  );
}
