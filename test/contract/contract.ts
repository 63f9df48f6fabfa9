import { chai, expect } from '@open-wc/testing';
import type { Example } from '../examples/example.ts';
import { Host } from './host.ts';

chai.config.truncateThreshold = 0;

/** What each element says about itself to the contract. */
export interface Terms {
  readonly tag: string;
  readonly examples: readonly Example[];
  /** Whether paper carries the element. */
  readonly printed: boolean;
  /** The only addresses that its examples may ask for, beside the scripts. */
  readonly requests?: readonly string[];
}

/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** Everything that an element must do, whatever it is for. */
export function contract({ tag, examples, printed, requests = [] }: Terms): void {
  const [example] = examples;
  if (!example) throw new Error(`<${tag}> has no example to test.`);

  describe(`<${tag}> keeps the contract of every Handrail element`, () => {
    let host: Host;
    afterEach(() => host.close());

    for (const each of examples) {
      it(`has nothing that axe objects to: ${each.name}`, async () => {
        host = await Host.open();
        await host.show(each, tag);
        expect(await host.axe()).to.deep.equal([]);
      });

      it(`breaks neither the content policy nor Trusted Types: ${each.name}`, async () => {
        host = await Host.open();
        await host.show(each, tag);
        expect(host.window.record.faults).to.deep.equal([]);
      });

      it(`fits into 320 px, also with wide text spacing and right to left: ${each.name}`, async () => {
        host = await Host.open(320);
        await host.show(each, tag);
        expect(host.overflows(), 'at 320 px').to.deep.equal([]);
        host.addStyles(TEXT_SPACING);
        expect(host.overflows(), 'with text spacing').to.deep.equal([]);
        host.document.documentElement.dir = 'rtl';
        expect(host.overflows(), 'right to left').to.deep.equal([]);
      });

      it(`mirrors itself on a right-to-left page: ${each.name}`, async () => {
        host = await Host.open();
        const element = await host.show(each, tag);
        const before = host.startGaps(element);
        host.document.documentElement.dir = 'rtl';
        expect(host.startGaps(element)).to.deep.equal(before);
      });
    }

    it('is not shown while it is hidden', async () => {
      host = await Host.open();
      const element = await host.show(example, tag);
      element.hidden = true;
      expect(element.getClientRects()).to.have.lengthOf(0);
    });

    it('draws an outline around whatever has focus, also in forced colours', async () => {
      host = await Host.open();
      const element = await host.show(example, tag);
      await host.emulate('forced-colors');
      await host.focused();
      const controls = [
        ...element.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, textarea, summary',
        ),
      ].filter((control) => control.checkVisibility());
      expect(controls).not.to.have.lengthOf(0);
      const bare = controls.filter((control) => {
        control.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth } = host.window.getComputedStyle(control);
        return outlineStyle === 'none' || parseFloat(outlineWidth) < 3;
      });
      expect(bare.map((control) => control.outerHTML)).to.deep.equal([]);
    });

    it('gives every button an edge in forced colours, where backgrounds are taken away', async () => {
      host = await Host.open();
      const element = await host.show(example, tag);
      await host.emulate('forced-colors');
      const edgeless = [
        ...element.querySelectorAll('button, a.handrail-exit-link, article'),
      ].filter((box) => {
        // A transparent border is enough: forced colours paint it.
        const { borderTopStyle, borderTopWidth } = host.window.getComputedStyle(box);
        return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1;
      });
      expect(edgeless.map((box) => box.outerHTML)).to.deep.equal([]);
    });

    it(printed ? 'is there on paper' : 'is not there on paper', async () => {
      host = await Host.open();
      const element = await host.show(example, tag);
      await host.emulate('print');
      expect(element.getClientRects().length > 0).to.equal(printed);
    });

    it('works when the script is loaded twice', async () => {
      host = await Host.open();
      await host.load('/dist/handrail.min.js?again');
      const element = await host.show(example, tag);
      expect(element.querySelectorAll('[data-handrail-ui]')).to.have.lengthOf(1);
      expect(host.window.record.faults).to.deep.equal([]);
    });

    it('leaves no listener behind when it goes, and works when it comes back', async () => {
      host = await Host.open();
      const before = host.window.record.listeners;
      const element = await host.show(example, tag);
      const parent = element.parentElement;
      const text = element.textContent;
      element.remove();
      expect(host.window.record.listeners).to.equal(before);
      parent?.append(element);
      await host.settled(element);
      expect(element.querySelectorAll('[data-handrail-ui]')).to.have.lengthOf(1);
      expect(element.textContent).to.equal(text);
    });

    it('draws itself afresh in a copy of the node', async () => {
      host = await Host.open();
      const element = await host.show(example, tag);
      const copy = element.cloneNode(true) as HTMLElement;
      element.replaceWith(copy);
      await host.settled(copy);
      expect(copy.querySelectorAll('[data-handrail-ui]')).to.have.lengthOf(1);
    });

    it('stores nothing on the device and asks nobody for anything else', async () => {
      host = await Host.open();
      await host.show(example, tag);
      const { localStorage, sessionStorage, indexedDB, performance } = host.window;
      expect(host.document.cookie).to.equal('');
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
      expect(await indexedDB.databases()).to.deep.equal([]);
      const asked = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => !path.endsWith('.js') && !requests.includes(path));
      expect(asked).to.deep.equal([]);
    });
  });
}
