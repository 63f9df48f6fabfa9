import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Receiver from '../../src/receiver/index.ts';

/** Draws the project's page on the server, where the project has that. */
type Render = (service: unknown, language: string) => string | Promise<string>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const GUARD = /<script[^>]*handrail-guard\.min\.js[^>]*><\/script>/;

/** The site that a project's build makes, and a receiver of requests, which is the package's own. */
export class ProjectSite {
  readonly address: string;
  /** How often a request was posted. */
  posts = 0;
  readonly #server: Server;
  readonly #folder: string;
  readonly #receive: (request: IncomingMessage, response: ServerResponse) => void;
  readonly #render: Render | undefined;

  private constructor(server: Server, folder: string, receiver: typeof Receiver, render?: Render) {
    this.#server = server;
    this.#folder = folder;
    this.#render = render;
    this.address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const store = receiver.openSqlite(':memory:');
    const organisation = { name: 'Marshwell Council', email: 'formats@marshwell.example' };
    this.#receive = receiver.toNodeListener(
      receiver.createReceiver({ store, organisation, contactWays: ['email'] }),
    );
    server.on('close', () => void store.close());
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  /**
   * @param folder - a project that has been built.
   * @param handrail - the package that it was built with.
   */
  static async start(folder: string, handrail: string): Promise<ProjectSite> {
    const load = async (path: string): Promise<unknown> => await import(pathToFileURL(path).href);
    const receiver = (await load(join(handrail, 'dist/receiver/index.js'))) as typeof Receiver;
    const drawn = join(folder, 'dist/server/server.js');
    const { render } = (existsSync(drawn) ? await load(drawn) : {}) as { render?: Render };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ProjectSite(server, folder, receiver, render);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').replace(/[?#].*/, '');
    const file = join(this.#folder, 'dist', path);
    if (/^\/requests(\/|$)/.test(path)) {
      if (request.method === 'POST') this.posts += 1;
      this.#receive(request, response);
    } else if (/^\/(en|cy)(\/unguarded)?$/.test(path)) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(await this.#page(path.slice(1, 3), path.endsWith('unguarded')));
    } else if (extname(path) && existsSync(file)) {
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' });
      response.end(readFileSync(file));
    } else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  }

  /** The page as it is built, in a language, and drawn by the project's server where it has one. */
  async #page(language: string, unguarded: boolean): Promise<string> {
    const html = readFileSync(join(this.#folder, 'dist/index.html'), 'utf8')
      .replace('<html lang="en">', `<html lang="${language}">`)
      .replace(GUARD, (guard) => (unguarded ? '' : guard));
    const text = readFileSync(join(this.#folder, 'public/services.json'), 'utf8');
    const { services } = JSON.parse(text) as { readonly services: readonly unknown[] };
    const app = (await this.#render?.(services[0], language)) ?? '';
    return html.replace('<!-- app -->', () => app);
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
