import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { pathOf } from '../../scripts/machine.ts';
import { Sites } from './quick-exit-sites.ts';
import type { SitePage } from './quick-exit-sites.ts';

/** A visit in a profile of its own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the site's pages said on the console as a warning or an error, in order. */
  readonly said: string[];
}

/** Goes back. A page out of the back-forward cache has no load to wait for. */
export async function back(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
}

/** The three sites and a Chromium that a test drives: for what has to be asked of a page, not seen. */
export class DrivenSites {
  readonly sites: Sites;
  readonly #browser: Browser;

  private constructor(sites: Sites, browser: Browser) {
    this.sites = sites;
    this.#browser = browser;
  }

  static async start(pages: Readonly<Record<string, SitePage>>): Promise<DrivenSites> {
    const browser = await chromium.launch({
      executablePath: pathOf('chromium') ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
      // People have it, so the tests do.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    return new DrivenSites(await Sites.start(pages), browser);
  }

  /**
   * Opens the search, then a page of the site, one history entry each.
   *
   * @param path - the page's path.
   * @param prepare - what is to be done before the first page is opened.
   * @param options - how the browser is set up, such as a phone.
   */
  async visit(
    path: string,
    prepare?: (context: BrowserContext) => Promise<unknown>,
    options: BrowserContextOptions = {},
  ): Promise<Visit> {
    const context = await this.#browser.newContext(options);
    // No test may reach another site: this stands in for it.
    await context.route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    );
    await prepare?.(context);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) said.push(message.text());
    });
    page.on('pageerror', ({ message }) => said.push(message));
    await page.goto(this.sites.search);
    await page.goto(this.sites.site + path);
    return { context, page, said };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.sites.stop();
  }
}
