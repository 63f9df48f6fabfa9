import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EndpointSite } from '../endpoints/site.ts';
import { Visitor } from './endpoint-visitor.ts';
import { ENGINES } from './real-browser.ts';
import { until } from './screen.ts';

let site: EndpointSite;
before(async () => {
  site = await EndpointSite.start();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`Other kinds of endpoints, in ${engine}`, () => {
    let visitor: Visitor;
    before(async () => {
      visitor = await Visitor.start(site, engine);
    });
    after(() => visitor.browser.close());

    it('ASP.NET WebForms: the form around the page is sent whole, with the button of ours alone', async () => {
      const arrived = await visitor.open('/webforms');
      const fields = await visitor.send(arrived);
      assert.deepEqual(
        ['__VIEWSTATE', '__EVENTVALIDATION', 'ctl00$send', 'ctl00$search', 'ctl00$q'].map((name) =>
          fields.get(name),
        ),
        ['state-1', 'valid-1', 'Send', null, ''],
      );
      await visitor.leadsTo(/Thank you/);
      await visitor.ends('/webforms-script', /Request received/);
    });

    it('a CAPTCHA: what its script writes late goes along', async () => {
      await visitor.ends('/captcha', /Request received/);
      assert.equal(site.arrived.at(-1)?.fields.getAll('g-recaptcha-response').length, 1);
    });

    it('a file: it goes along with its name', async () => {
      const fields = await visitor.send(await visitor.open('/upload'));
      const file = fields.get('proof') as File;
      assert.deepEqual([file.name, await file.text()], ['proof.txt', 'It is I.']);
      await visitor.leadsTo(/Thank you/);
    });

    it('202 and nothing, undeclared: the browser posts once, and shows what came', async () => {
      const arrived = await visitor.open('/accepted');
      await visitor.send(arrived);
      await until('another page', async () => !/Form/.test(await visitor.browser.title()));
      assert.equal(site.arrived.length, arrived + 1);
    });

    it('204, undeclared: the page stays, and says that the request may have arrived', async () => {
      const arrived = await visitor.open('/silent');
      const told = site.reports.length;
      await visitor.send(arrived);
      await visitor.says(
        '/silent',
        told,
        /may have arrived: ask us in another way before you send/,
      );
      assert.equal(site.arrived.length, arrived + 1);
    });

    for (const path of ['/plain/webforms', '/plain/upload'] as const) {
      it(`${path} works without JavaScript`, async () => {
        const arrived = await visitor.open(path);
        await visitor.send(arrived);
        await visitor.leadsTo(/Thank you/);
        assert.equal(site.arrived.length, arrived + 1);
      });
    }
  });
}
