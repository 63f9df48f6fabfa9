/**
 * Takes a picture of every page at three widths, light, dark and with forced colours.
 *
 *   npm run gen:host-styles -- FOLDER [framework …]
 */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { pathOf } from '../../scripts/machine.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { hostStyles } from './server.ts';

const [folder, ...names] = process.argv.slice(2);
if (!folder) {
  console.error('Name a folder for the pictures: npm run gen:host-styles -- /tmp/pictures');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = hostStyles();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({
  executablePath: pathOf('chromium') ?? '',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { name, dark } of FRAMEWORKS.filter(
  (each) => names.length === 0 || names.includes(each.name),
)) {
  for (const scheme of ['light', ...(dark ? ['dark'] : []), 'forced']) {
    await page.emulateMedia({ forcedColors: scheme === 'forced' ? 'active' : 'none' });
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const parts of ['', '/parts']) {
        await page.goto(
          `http://localhost:${String(port)}/${name}${parts}${scheme === 'dark' ? '/dark' : ''}`,
        );
        if (!parts) {
          await page.locator('[data-handrail-form] [type=submit]').click();
          await page.locator('.handrail-summary').waitFor();
          await page.locator('[data-handrail-form] [name=format]').first().check();
        }
        const file = `${name}-${scheme}-${String(width)}${parts ? '-parts' : ''}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
      }
    }
  }
}
await browser.close();
server.close();
