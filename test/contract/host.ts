import { emulateMedia } from '@web/test-runner-commands';
import type { Example } from '../examples/example.ts';

/** What the host page writes down about itself. */
interface HostRecord {
  listeners: number;
  readonly faults: string[];
}

interface AxeResults {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

type HostWindow = Window &
  typeof globalThis & {
    record: HostRecord;
    hostPolicy?: { createScriptURL(url: string): string };
    axe: { run(context: Node): Promise<AxeResults> };
  };

const CHROMIUM = navigator.userAgent.includes('Chrome/');

/** A stranger's page in a frame: only built files, under a strict content security policy. */
export class Host {
  readonly frame = document.createElement('iframe');

  get window(): HostWindow {
    return this.frame.contentWindow as HostWindow;
  }

  get document(): Document {
    return this.window.document;
  }

  get main(): HTMLElement {
    const main = this.document.querySelector('main');
    if (!main) throw new Error('The host page has no <main>.');
    return main;
  }

  /** Loads the host page, as wide as is asked. */
  static async open(width = 800): Promise<Host> {
    const host = new Host();
    host.frame.width = String(width);
    host.frame.height = '600';
    host.frame.src = '/test/contract/host.html';
    const loaded = new Promise((resolve) => {
      host.frame.addEventListener('load', resolve, { once: true });
    });
    document.body.append(host.frame);
    await loaded;
    return host;
  }

  /** Waits until the window has the focus: until then nothing in it can be seen to have it. */
  async focused(): Promise<void> {
    this.window.focus();
    while (!this.document.hasFocus()) await new Promise((done) => requestAnimationFrame(done));
  }

  /** Puts an example on the page and waits until its element has settled. */
  async show(example: Example, tag: string): Promise<HTMLElement> {
    const template = document.createElement('template');
    template.innerHTML = example.html;
    this.main.append(this.document.importNode(template.content, true));
    const element = this.main.querySelector<HTMLElement>(tag);
    if (!element) throw new Error(`The example "${example.name}" has no <${tag}>.`);
    await this.settled(element);
    return element;
  }

  /** Waits until an element has drawn itself and what it fetches has arrived. */
  async settled(element: HTMLElement): Promise<void> {
    await this.window.customElements.whenDefined(element.localName);
    const drawn = (): boolean => element.querySelector('[data-handrail-ui] > *') !== null;
    while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await (element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  }

  /** Loads one more classic script, as a second copy of a tag does. */
  async load(src: string): Promise<void> {
    const script = this.document.createElement('script');
    const loaded = new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
    });
    script.src = this.window.hostPolicy?.createScriptURL(src) ?? src;
    this.document.head.append(script);
    await loaded;
  }

  /** What axe finds wrong, a line each. */
  async axe(): Promise<string[]> {
    if (!('axe' in this.window)) await this.load('/node_modules/axe-core/axe.min.js');
    const { violations } = await this.window.axe.run(this.document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }

  /**
   * Puts the page on paper or into forced colours. Chromium can really do it; in the other engines
   * the rules that are written for that medium are made to hold.
   */
  async emulate(medium: 'print' | 'forced-colors'): Promise<void> {
    if (CHROMIUM) {
      await emulateMedia(medium === 'print' ? { media: 'print' } : { forcedColors: 'active' });
      return;
    }
    for (const sheet of this.document.adoptedStyleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof this.window.CSSMediaRule && rule.media.mediaText.includes(medium)) {
          rule.media.mediaText = 'all';
        }
      }
    }
  }

  addStyles(css: string): void {
    const sheet = new this.window.CSSStyleSheet();
    sheet.replaceSync(css);
    this.document.adoptedStyleSheets = [...this.document.adoptedStyleSheets, sheet];
  }

  /** What reaches past the page's sides, a line each. */
  overflows(): string[] {
    const { scrollWidth, clientWidth } = this.document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...this.document.body.querySelectorAll('*')]
      .filter((node) => {
        const { left, right } = node.getBoundingClientRect();
        return left < 0 || right > clientWidth;
      })
      .map((node) => node.outerHTML);
  }

  /**
   * How far each box inside an element stands from the side of the page where a line of text starts,
   * a line each. Boxes within a line of text are left out: their order is the text's own.
   */
  startGaps(element: Element): string[] {
    const { clientWidth, dir } = this.document.documentElement;
    return [...element.querySelectorAll('*')]
      .filter((box) => box.checkVisibility() && box.getBoundingClientRect().width > 1)
      .filter((box) => this.window.getComputedStyle(box).display !== 'inline')
      .map((box) => {
        const { left, right } = box.getBoundingClientRect();
        const gap = dir === 'rtl' ? clientWidth - right : left;
        return `${box.localName}.${box.className} ${String(Math.round(gap))}`;
      });
  }

  async close(): Promise<void> {
    this.frame.remove();
    if (CHROMIUM) await emulateMedia({ media: 'screen', forcedColors: 'none' });
  }
}
