import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EndpointSite, READY } from '../endpoints/site.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { until } from './screen.ts';

let site: EndpointSite;
before(async () => {
  site = await EndpointSite.start();
});
after(() => site.stop());

/** What is posted from every page, but for what is its own. */
const USUAL = { 'document-other': 'The plan', format: 'easy-read', email: 'sam@example.org' };

for (const engine of ENGINES) {
  describe(`The examples of docs/your-own-endpoint.md, in ${engine}`, () => {
    let browser: RealBrowser;
    before(async () => {
      browser = await RealBrowser.open(engine, 'about:blank');
    });
    after(() => browser.close());

    /** Opens a page of the site, and waits until Enter would send its form. */
    async function open(path: string): Promise<number> {
      const told = site.reports.length;
      const visited = (): number => site.visits.get(path) ?? 0;
      if (engine === 'webkit') {
        // MiniBrowser leaves the focus where addresses are typed.
        await browser.close();
        browser = await RealBrowser.open(engine, `${site.address}${path}#which`);
      } else {
        await browser.visit(`${site.address}${path}`, visited);
      }
      const plain = path.startsWith('/plain');
      if (!plain) await says(path, told, /working days/);
      await browser.screen.untilShows(plain ? READY.plain : READY.scripted);
      return site.arrived.length;
    }

    /** Waits until the element says something, and gives back all of it. */
    async function says(page: string, told: number, words: RegExp): Promise<string> {
      const found = await until(
        `${String(words)} on ${page}`,
        () => site.reports.slice(told).find((one) => one.page === page && words.test(one.text)),
        () => site.reports.at(-1)?.text ?? '',
      );
      return found.text;
    }

    /** Presses Enter, and waits until the form has arrived. */
    async function send(arrived: number): Promise<FormData> {
      await browser.screen.press('Return');
      const posted = await until('a form that arrives', () => site.arrived[arrived]);
      for (const [name, value] of Object.entries(USUAL))
        assert.equal(posted.fields.get(name), value, name);
      return posted.fields;
    }

    const leadsTo = (title: RegExp) =>
      until(String(title), async () => title.test(await browser.title()));

    /** Sends an example's form with JavaScript, and gives back what the element says then. */
    async function ends(path: string, words: RegExp): Promise<string> {
      const arrived = await open(path);
      const told = site.reports.length;
      await send(arrived);
      const text = await says(path, told, words);
      assert.equal(site.arrived.length, arrived + 1);
      assert.doesNotMatch(text, /could not confirm/);
      return text;
    }

    it('ASP.NET: a token that has expired costs no answer, and the next press sends', async () => {
      const first = await ends('/aspnet', /open for a long time/);
      assert.match(first, /Try again|Send request/);
      const [arrived, told] = [site.arrived.length, site.reports.length];
      await send(arrived);
      await says('/aspnet', told, /Request received/);
      assert.equal(site.arrived.length, arrived + 1);
    });

    it('a CMS: its own field, token, preset notes and button go along, to the page that it answers with', async () => {
      const fields = await send(await open('/cms'));
      assert.deepEqual(
        [fields.get('ward'), fields.get('op'), fields.get('notes'), fields.get('form_build_id')],
        ['Hill', 'Submit', 'From the plans page', 'form-1'],
      );
      await leadsTo(/Thank you/);
    });

    it('Power Automate: 202 and nothing is a request that was taken', async () => {
      const text = await ends('/flow', /Request received/);
      assert.doesNotMatch(text, /reference is/);
    });

    it('a redirect to a thank-you page leads there', async () => {
      const arrived = await open('/mailer');
      await send(arrived);
      await leadsTo(/Thank you/);
      assert.equal(site.arrived.length, arrived + 1);
    });

    it('a case system: the receipt shows its number', async () => {
      assert.match(await ends('/case', /Request received/), /Your reference is\s+20261128/);
    });

    it('errors by field stand at the field, ours or the author’s', async () => {
      const text = await ends('/errors', /There is a problem/);
      assert.match(text, /Hill has a form of its own/);
      // In the summary and at the field.
      assert.equal(text.match(/We cannot write to this address/g)?.length, 2);
    });

    it('a no that has nothing to do with a token is a no', async () => {
      await ends('/refused', /could not take your request/);
    });

    for (const [path, title] of [
      ['/plain/aspnet', /Thank you/],
      ['/plain/cms', /Thank you/],
      ['/plain/flow', /^/],
      ['/plain/mailer', /Thank you/],
      ['/plain/case', /Your case is 20261128/],
      ['/plain/errors', /Hill has a form of its own/],
    ] as const) {
      it(`${path} works without JavaScript`, async () => {
        const arrived = await open(path);
        await send(arrived);
        await leadsTo(title);
        assert.equal(site.arrived.length, arrived + 1);
      });
    }
  });
}
