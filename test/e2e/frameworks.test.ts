import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FrameworkSite } from './framework-site.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { until } from './screen.ts';

let site: FrameworkSite;
before(async () => {
  site = await FrameworkSite.start();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`A framework that owns what stands between the tags, in ${engine}`, () => {
    for (const path of ['/react', '/react-server', '/vue', '/vue-server', '/svelte', '/lit']) {
      it(`adds, changes and takes away children of every element: ${path}`, async () => {
        site.findings.clear();
        const browser = await RealBrowser.open(engine, site.address + path);
        try {
          const found = await until('what the page found', () => site.findings.get(path));
          assert.deepEqual(found, { wrong: [], said: [] });
        } finally {
          await browser.close();
        }
      });
    }

    // What the page above would say if elements did not wait: the attribute has a reason.
    it('is told by React of nodes that it does not know, where an element does not wait for it', async () => {
      const browser = await RealBrowser.open(engine, `${site.address}/react-eager`);
      try {
        const { said } = await until('what the page found', () =>
          site.findings.get('/react-eager'),
        );
        assert.match(said.join('\n'), /[Hh]ydrat/);
      } finally {
        await browser.close();
      }
    });
  });
}
