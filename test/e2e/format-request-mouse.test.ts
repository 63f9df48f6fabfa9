import { after, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { BUTTON, RequestSite } from './request-site.ts';
import { until } from './screen.ts';

let site: RequestSite;
before(async () => {
  site = await RequestSite.start();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`A request with a mouse, in ${engine}`, () => {
    it('is sent by a press on its button, also where a word about a field comes up and moves it', async () => {
      const told = site.reports.length;
      const browser = await RealBrowser.open(engine, `${site.address}/`);
      try {
        const { screen } = browser;
        await site.report('filled', told);
        const focus = (): string => site.reports.findLast((report) => report.focus)?.focus ?? '';
        const go = async (key: string, wanted: RegExp): Promise<void> => {
          while (!wanted.test(focus())) {
            const before = site.reports.length;
            await screen.press(key);
            await site.report('focus', before);
          }
        };
        const stored = site.rows().length;
        await go('Tab', /^document .*Local plan/);
        await screen.press('space');
        await go('Tab', /^format easy-read$/);
        await screen.press('space');
        // Brings the button on to the screen, where it stays.
        await go('Tab', /^handrail-button/);
        await go('shift+Tab', /^email$/);
        await screen.type('sam@gmial.com');
        await screen.untilShows(BUTTON);
        await screen.settled();
        const spots = screen.spots(BUTTON);
        const { x, y } = spots[Math.floor(spots.length / 2)] ?? { x: 0, y: 0 };
        const press = ['mousedown', '1', 'sleep', '0.2', 'mouseup', '1'];
        await screen.xdotool('mousemove', String(x), String(y), ...press);
        await until('a request in the store', () => site.rows().length === stored + 1);
      } finally {
        await browser.close();
      }
    });
  });
}
