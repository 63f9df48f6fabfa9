import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EndpointSite } from '../endpoints/site.ts';
import { Visitor } from './endpoint-visitor.ts';
import { ENGINES } from './real-browser.ts';

let site: EndpointSite;
before(async () => {
  site = await EndpointSite.start();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`The examples of docs/your-own-endpoint.md, in ${engine}`, () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await Visitor.start(site, engine);
    });
    after(() => visitor.browser.close());

    it('ASP.NET: a token that has expired costs no answer, and the next press sends', async () => {
      const first = await visitor.ends('/aspnet', /open for a long time/);
      assert.match(first, /Try again|Send request/);
      const [arrived, told] = [site.arrived.length, site.reports.length];
      await visitor.send(arrived);
      await visitor.says('/aspnet', told, /Request received/);
      assert.equal(site.arrived.length, arrived + 1);
    });

    it('a CMS: its own field, token, preset notes and button go along, to the page that it answers with', async () => {
      const fields = await visitor.send(await visitor.open('/cms'));
      assert.deepEqual(
        [fields.get('ward'), fields.get('op'), fields.get('notes'), fields.get('form_build_id')],
        ['Hill', 'Submit', 'From the plans page', 'form-1'],
      );
      await visitor.leadsTo(/Thank you/);
    });

    it('Power Automate: 202 and nothing is a request that was taken', async () => {
      const text = await visitor.ends('/flow', /Request received/);
      assert.doesNotMatch(text, /reference is/);
    });

    it('a redirect to a thank-you page leads there', async () => {
      const arrived = await visitor.open('/mailer');
      await visitor.send(arrived);
      await visitor.leadsTo(/Thank you/);
      assert.equal(site.arrived.length, arrived + 1);
    });

    it('a case system: the receipt shows its number', async () => {
      assert.match(await visitor.ends('/case', /Request received/), /Your reference is\s+20261128/);
    });

    it('errors by field stand at the field, ours or the author’s', async () => {
      const text = await visitor.ends('/errors', /There is a problem/);
      assert.match(text, /Hill has a form of its own/);
      // In the summary and at the field.
      assert.equal(text.match(/We cannot write to this address/g)?.length, 2);
    });

    it('a no that has nothing to do with a token is a no', async () => {
      await visitor.ends('/refused', /could not take your request/);
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
        const arrived = await visitor.open(path);
        await visitor.send(arrived);
        await visitor.leadsTo(title);
        assert.equal(site.arrived.length, arrived + 1);
      });
    }
  });
}
