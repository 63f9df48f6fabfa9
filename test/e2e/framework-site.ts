import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { compile } from 'svelte/compiler';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { createSSRApp } from 'vue';
import { renderToString as vueHtml } from 'vue/server-renderer';
import { html as reactHtml } from '../frameworks/react-server.js';
import type { Findings } from '../frameworks/scenario.ts';
import { START } from '../frameworks/state.ts';
import { page as vuePage } from '../frameworks/vue-page.js';

const FOLDER = fileURLToPath(new URL('../frameworks/', import.meta.url));

const svelte: Plugin = {
  name: 'svelte',
  transform(code, id) {
    return id.endsWith('.svelte') ? compile(code, { filename: id }).js : null;
  },
};

/** Bundles a framework's page as its developers see it: with every warning that the framework has. */
async function bundle(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'silent',
    plugins: [svelte],
    resolve: { conditions: ['browser', 'module', 'import', 'default'] },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: { write: false, minify: false, rolldownOptions: { input: `${FOLDER}${name}.js` } },
  });
  const [first] = [result].flat();
  if (!first || !('output' in first)) throw new Error(`${name} was not bundled.`);
  return first.output[0].code;
}

/** The pages: what frames the framework's own, and whether the elements are there before the framework. */
const PAGES: Readonly<Record<string, { script: string; html?: () => string | Promise<string> }>> = {
  '/react': { script: 'react' },
  '/react-server': {
    script: 'react',
    html: () => reactHtml(START, true),
  },
  '/react-eager': {
    script: 'react',
    html: () => reactHtml(START, false),
  },
  '/vue': { script: 'vue' },
  '/vue-server': { script: 'vue', html: () => vueHtml(createSSRApp(vuePage(START, true))) },
  '/svelte': { script: 'svelte' },
  '/lit': { script: 'lit' },
};

/** A site whose pages are drawn by frameworks. */
export class FrameworkSite {
  readonly address: string;
  readonly findings = new Map<string, Findings>();
  readonly #server: Server;
  readonly #bundles = new Map<string, Promise<string>>();

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    server.on('request', (request, response) => {
      const path = (request.url ?? '/').replace(/\?.*/, '');
      if (path.startsWith('/findings')) {
        void request.toArray().then((chunks: Buffer[]) => {
          const found = JSON.parse(Buffer.concat(chunks).toString()) as Findings;
          this.findings.set(path.slice('/findings'.length), found);
          response.writeHead(204).end();
        });
      } else void this.#answer(path, response);
    });
  }

  static async start(): Promise<FrameworkSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FrameworkSite(server);
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
    };
    const page = PAGES[path];
    const [, name = ''] = /^\/bundles\/(\w+)\.js$/.exec(path) ?? [];
    if (page) {
      const html = await page.html?.();
      const tag = html === undefined ? '' : '<script defer src="/handrail.min.js"></script>';
      send(
        'text/html',
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${path}</title>
<script src="/handrail-guard.min.js"></script>${tag}
<script type="module" src="/bundles/${page.script}.js"></script></head>
<body><div id="root">${html ?? ''}</div></body></html>`,
      );
    } else if (name) {
      const made = this.#bundles.get(name) ?? bundle(name);
      this.#bundles.set(name, made);
      send('text/javascript', await made);
    } else if (path.endsWith('.js')) {
      send('text/javascript', readFileSync(new URL(`../../dist${path}`, import.meta.url)));
    } else response.writeHead(404).end();
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
