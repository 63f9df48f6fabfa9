/** Opens every story of the built Storybook and fails where an element has not come to life. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { pathOf } from './machine.ts';

/** What is read of Storybook’s index.json. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

const folder = 'storybook-static';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  try {
    const content = readFileSync(join(folder, normalize(pathname)));
    response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain' });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  entries: Readonly<Record<string, Entry>>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const browser = await chromium.launch({
  executablePath: pathOf('chromium') ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
let dead = 0;
for (const { id, name } of stories) {
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${String(port)}/iframe.html?id=${id}&viewMode=story`);
  try {
    await page
      .locator('#storybook-root [data-handrail-ui] > *')
      .first()
      .waitFor({ state: 'attached' });
  } catch {
    dead += 1;
    console.error(`The story “${name}” (${id}) shows no working element.`);
  }
}
await browser.close();
server.close();
console.log(
  `${String(stories.length - dead)} of ${String(stories.length)} stories show a working element.`,
);
process.exit(dead === 0 && stories.length > 0 ? 0 : 1);
