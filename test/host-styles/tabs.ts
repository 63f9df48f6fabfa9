import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { launch } from 'puppeteer-core';
import { pathOf } from '../../scripts/machine.ts';
import type { Engine } from '../e2e/real-browser.ts';
import { Screen, end, until } from '../e2e/screen.ts';

/** A tab of a browser, however that is driven. */
export interface Tab {
  open(address: string, width: number): Promise<void>;
  /** The value of an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  /** A picture of one element, as PNG. */
  picture(selector: string): Promise<Buffer>;
  /** On how many pages what words are printed, where the engine can tell. */
  printed?(): Promise<[pages: number, words: string]>;
  close(): Promise<void>;
}

const HEIGHT = 900;
const NARROWEST = 500;

async function chromiumTab(forced: boolean): Promise<Tab> {
  const browser = await chromium.launch({
    executablePath: pathOf('chromium') ?? '',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage(forced ? { forcedColors: 'active' } : {});
  return {
    async open(address, width) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto(address);
    },
    evaluate: async (expression) => page.evaluate(expression),
    picture: async (selector) => page.locator(selector).first().screenshot(),
    async printed() {
      const pdf = await page.pdf({ format: 'A4' });
      const pages = [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
      await page.emulateMedia({ media: 'print' });
      const words = await page.locator('body').innerText();
      await page.emulateMedia({ media: null });
      return [pages, words];
    },
    close: async () => browser.close(),
  };
}

async function firefoxTab(forced: boolean): Promise<Tab> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: pathOf('firefox') ?? '',
    headless: true,
    extraPrefsFirefox: {
      'browser.display.document_color_use': forced ? 2 : 1,
      // Both palettes are light: a machine's own theme is not asked.
      'ui.systemUsesDarkTheme': 0,
    },
  });
  const page = await browser.newPage();
  return {
    async open(address, width) {
      await page.setViewport({ width, height: HEIGHT });
      await page.goto(address);
    },
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    async picture(selector) {
      const found = await page.$(selector);
      if (!found) throw new Error(`There is no ${selector}.`);
      return Buffer.from(await found.screenshot());
    },
    close: async () => browser.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** WebKitGTK by its driver. It has no forced colours. */
async function webkitTab(): Promise<Tab> {
  const screen = await Screen.open();
  const port = await freePort();
  const driver = spawn(
    pathOf('webkitDriver') ?? '',
    [`--port=${String(port)}`, '--host=127.0.0.1'],
    {
      env: {
        ...process.env,
        DISPLAY: screen.display,
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        // Its pictures of what a graphics card composes are empty.
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    },
  );
  const address = `http://127.0.0.1:${String(port)}`;
  await until('the driver', async () =>
    fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${address}/session${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: T };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const options = { binary: pathOf('miniBrowser'), args: ['--automation'] };
  const { sessionId } = await ask<{ sessionId: string }>('POST', '', {
    capabilities: {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
    },
  });
  const session = `/${sessionId}`;
  let wide = 0;
  return {
    async open(url, width) {
      if (wide !== width)
        await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width, height: HEIGHT });
      wide = width;
      const { origin, pathname } = new URL(url);
      // Its window stays wider than a phone.
      const framed = width < NARROWEST;
      const shown = framed ? `${origin}/frame/${String(width)}${pathname}` : url;
      await ask('POST', `${session}/url`, { url: shown });
      if (framed) await ask('POST', `${session}/frame`, { id: 0 });
    },
    evaluate: async (expression) =>
      ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async picture(selector) {
      const found = await ask<Record<string, string>>('POST', `${session}/element`, {
        using: 'css selector',
        value: selector,
      });
      const [id = ''] = Object.values(found);
      return Buffer.from(await ask<string>('GET', `${session}/element/${id}/screenshot`), 'base64');
    },
    async close() {
      await ask('DELETE', session);
      await end(driver, () => driver.kill());
      await screen.close();
    },
  };
}

/** Opens a tab, in a palette of the reader's own where that is wanted; nothing where an engine has none. */
export async function openTab(engine: Engine, forced = false): Promise<Tab | undefined> {
  if (engine === 'chromium') return chromiumTab(forced);
  if (engine === 'firefox') return firefoxTab(forced);
  return forced ? undefined : webkitTab();
}
