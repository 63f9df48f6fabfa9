import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { demoServer } from '../../demo/server.ts';

/** The demonstration on a port and a database of its own, and a Chromium to drive it. */
export interface Demonstration {
  readonly address: string;
  /** Opens a page in a fresh profile. What breaks the content policy or throws lands in `faults`. */
  open(
    path: string,
    options?: BrowserContextOptions,
    prepare?: (context: BrowserContext) => Promise<void>,
  ): Promise<{ page: Page; faults: string[] }>;
  /** Every stored request, as the database has it. */
  rows(): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** An exit leads to another site, which no test may reach: this stands in for it. */
async function standIn(context: BrowserContext): Promise<void> {
  await context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
}

export async function startDemonstration(): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-'));
  const database = join(folder, 'requests.db');
  const server = demoServer(database);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${String((server.address() as AddressInfo).port)}`;
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  return {
    address,
    async open(path, options = {}, prepare = async () => Promise.resolve()) {
      const context = await browser.newContext(options);
      await standIn(context);
      await prepare(context);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(address + path);
      return { page, faults };
    },
    rows() {
      const store = new DatabaseSync(database, { readOnly: true });
      const rows = store.prepare('SELECT * FROM requests').all();
      store.close();
      return rows;
    },
    async stop() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
