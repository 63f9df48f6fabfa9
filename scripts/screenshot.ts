/** Takes the README's picture of the borough page, from the demonstration as `npm start` serves it. */
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { demoServer } from '../demo/server.ts';
import { pathOf } from './machine.ts';

const server = demoServer(':memory:');
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: pathOf('chromium') ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const { port } = server.address() as AddressInfo;
await page.goto(`http://localhost:${String(port)}/borough`);
await page.locator('handrail-service-card article').first().waitFor();
await page.screenshot({ path: 'docs/images/borough.png' });
await browser.close();
server.close();
