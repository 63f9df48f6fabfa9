import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { CONTACT_WAYS } from '../../src/format-request/schema/choices.ts';
import { PEOPLE } from './people.ts';
import type { Step } from './people.ts';
import { assertKept, startSite, typeLines } from './people-site.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { FOCUS, PAGE } from './request-site.ts';
import type { RequestSite } from './request-site.ts';
import { TabOrder } from './tab-stops.ts';

let site: RequestSite;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

for (const engine of ENGINES) {
  describe(`Ten people by keyboard alone, without JavaScript, in ${engine}`, () => {
    let browser: RealBrowser;
    let isReady = true;
    const open = async (): Promise<void> => {
      browser = await RealBrowser.open(engine, `${site.address}/#more`, { javascript: false });
    };
    before(open);
    beforeEach(async () => {
      if (!isReady) await browser.close().then(open);
      isReady = false;
    });
    after(() => browser.close());

    async function take(step: Step, order: TabOrder): Promise<void> {
      const { screen } = browser;
      if ('tick' in step) {
        await screen.press(...order.to(step.tick));
        await screen.press('space');
      } else if ('choose' in step) {
        await screen.press(...order.to(step.choose));
        await screen.press(
          ...(step.down === 0 ? ['space'] : Array.from({ length: step.down }, () => 'Down')),
        );
        order.choose(step.choose, step.down);
      } else if ('type' in step) {
        await screen.press(...order.to(step.type));
        await typeLines(screen, step.text);
      } else {
        await screen.press(...order.to(step.open));
        await screen.press('Return');
        order.open();
      }
    }

    for (const person of PEOPLE) {
      it(`somebody asks for ${person.asks}`, async () => {
        const stored = site.rows().length;
        const { screen } = browser;
        await screen.untilShows(FOCUS.more);
        await screen.press('Return');
        await screen.untilShows(PAGE.form);
        const order = new TabOrder(await (await fetch(`${site.address}/requests`)).text());
        const placeOf = (step: Step): number => order.place(Object.values(step)[0] as string);
        const steps: Step[] = [
          { type: 'document-other', text: person.documents.join(', ') },
          { choose: 'contact-by', down: CONTACT_WAYS.indexOf(person.reached) },
          ...person.steps.filter((step) => !('choose' in step) || step.choose !== 'contact-by'),
        ];
        const there = steps.filter((step) => placeOf(step) >= 0);
        for (const step of there.toSorted((one, two) => placeOf(one) - placeOf(two)))
          await take(step, order);
        await screen.press(...order.to('Send request'), 'Return');
        await screen.untilShows(PAGE.other);
        assert.match(await browser.title(), /^Request received/);
        assertKept(site, person, stored, false);
        const shown = site.asked.findLast((path) => path.includes('/receipt/')) ?? '';
        const receipt = await (await fetch(`${site.address}${shown}`)).text();
        assert.ok(receipt.includes(String(site.rows().at(-1)?.['reference'])), receipt);
        await screen.press(...new TabOrder(receipt).to('Go back to'), 'Return');
        isReady = true;
      });
    }
  });
}
