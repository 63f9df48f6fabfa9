import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Colour } from './screen.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { FOCUS, RequestSite } from './request-site.ts';
import type { Report } from './request-site.ts';
import { until } from './screen.ts';

let site: RequestSite;
before(async () => {
  site = await RequestSite.start();
});
after(() => site.stop());

/** The answers of the request that was stored last. */
function lastStored(): Record<string, unknown> {
  const row = site.rows().at(-1) ?? {};
  return {
    documents: JSON.parse(String(row['documents'])),
    formats: JSON.parse(String(row['formats'])),
    answers: JSON.parse(String(row['answers'])),
  };
}

for (const engine of ENGINES) {
  describe(`A request by keyboard alone, without JavaScript, in ${engine}`, () => {
    let browser: RealBrowser;
    beforeEach(async () => {
      browser = await RealBrowser.open(engine, `${site.address}/#format`, { javascript: false });
    });
    afterEach(() => browser.close());

    /** Follows the first link of the summary to its field, fills that in and sends the form. */
    async function mendFirst(field: Colour, text: string): Promise<void> {
      const { screen } = browser;
      await screen.untilShows(FOCUS.summary);
      await screen.press('Tab');
      await screen.untilShows(FOCUS.link);
      await screen.press('Return');
      await screen.untilShows(field);
      // WebKit gives a field that a link leads to the focus, but no caret before it gets it again.
      if (engine === 'webkit') await screen.press('Tab', 'shift+Tab');
      await screen.press('ctrl+a');
      await screen.type(text);
      await screen.press('Return');
    }

    it('says what is missing, keeps what was right, and ends in a receipt', async () => {
      const { screen } = browser;
      const stored = site.rows().length;
      await screen.untilShows(FOCUS.format);
      await screen.press('space', 'Tab');
      await screen.untilShows(FOCUS.email);
      await screen.type('sam@');
      await screen.press('Return');
      await screen.untilShows(FOCUS.summary);
      assert.match(await browser.title(), /^Error: /);
      await mendFirst(FOCUS.document, 'Local plan');
      await mendFirst(FOCUS.email, 'sam@example.org');
      await until('a receipt', async () => /Request received/.test(await browser.title()));
      assert.equal(site.rows().length, stored + 1);
      assert.deepEqual(lastStored(), {
        documents: [],
        formats: ['easy-read'],
        answers: { 'document-other': 'Local plan', email: 'sam@example.org' },
      });
    });
  });

  describe(`A form whose scripts come from another site, in ${engine}`, () => {
    it('is drawn: the script finds the files beside it', async () => {
      const told = site.reports.length;
      const browser = await RealBrowser.open(engine, `${site.address}/scripts-from-elsewhere`);
      try {
        assert.match(await site.report('text', told), /working days/);
      } finally {
        await browser.close();
      }
    });
  });

  describe(`A request by keyboard alone, with JavaScript, in ${engine}`, () => {
    let browser: RealBrowser;
    let empty: Report['filled'];
    beforeEach(async () => {
      const told = site.reports.length;
      browser = await RealBrowser.open(engine, `${site.address}/`);
      empty = await site.report('filled', told);
    });
    afterEach(() => browser.close());

    /** Presses Tab until the focus is where it should be. */
    async function tabTo(wanted: RegExp): Promise<void> {
      const passed: string[] = [];
      while (!wanted.test(passed.at(-1) ?? '')) {
        assert.ok(passed.length < 100, `${String(wanted)} is not among ${passed.join(', ')}`);
        const told = site.reports.length;
        await browser.screen.press('Tab');
        passed.push(await site.report('focus', told));
      }
    }

    /** Presses a key that moves the focus, and says where to. */
    async function press(key: string): Promise<string> {
      const told = site.reports.length;
      await browser.screen.press(key);
      return await site.report('focus', told);
    }

    /** Fills in everything that is needed for the first document of the page, and stops at the email. */
    async function fill(): Promise<void> {
      await tabTo(/another format.*Local plan/);
      assert.match(await press('Return'), /^document .*Local plan/);
      await tabTo(/^format easy-read$/);
      await browser.screen.press('space');
      await tabTo(/^email$/);
      await browser.screen.type('sam@example.org');
    }

    /** Goes to another site and comes back. */
    async function leaveAndReturn(): Promise<void> {
      await browser.visit(`${site.address}/elsewhere`, () => site.visitsElsewhere);
      await until('another page', async () => /Elsewhere/.test(await browser.title()));
      await browser.back();
    }

    it('goes from the link beside a document to a receipt that has the focus', async () => {
      const stored = site.rows().length;
      await fill();
      assert.equal(await press('Return'), 'Request received');
      assert.equal(site.rows().length, stored + 1);
      assert.deepEqual(lastStored(), {
        documents: [{ title: 'Local plan', url: `${site.address}/plan.pdf` }],
        formats: ['easy-read'],
        answers: { email: 'sam@example.org' },
      });
    });

    it('leads from the summary of what is missing to the first field', async () => {
      await tabTo(/^email$/);
      assert.equal(await press('Return'), 'handrail-summary');
      await until('a title that says so', async () => /^Error: /.test(await browser.title()));
      await press('Tab');
      assert.match(await press('Return'), /^document .*Local plan/);
    });

    it('has nothing of the answers when Back brings the page back', async () => {
      await fill();
      const told = site.reports.length;
      await leaveAndReturn();
      assert.deepEqual(await site.report('filled', told), empty);
    });

    it('has nothing of the receipt when Back brings the page back', async () => {
      await fill();
      assert.equal(await press('Return'), 'Request received');
      const told = site.reports.length;
      await leaveAndReturn();
      assert.deepEqual(await site.report('filled', told), empty);
      assert.doesNotMatch(await site.report('text', told), /received|easy read|example\.org/);
    });
  });
}
