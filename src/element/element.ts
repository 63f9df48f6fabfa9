import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { VERSION } from './define.ts';
import { spokenLanguage, translationNotice, writingDirection } from './language.ts';
import { pageStyles } from './page.styles.ts';

/** Settles once the parser has seen the whole page, so that an element's children are all there. */
function parsed(): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/**
 * What every Handrail element shares. The author's markup stays in the page's own DOM, where
 * read-aloud tools, translation, find-in-page and print can see it; what the element adds is rendered
 * into one `<div>` beside it, and its style sheet is adopted once by the document or shadow root that
 * the element stands in.
 */
export abstract class HandrailElement extends LitElement {
  /** The version of Handrail that this class came with. */
  static readonly version: string = VERSION;

  /** What a server has drawn for this element, until that is adopted, and what adopts it. */
  #server: HTMLElement | null = null;
  #adopt: typeof import('./adopt.ts').adopt | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** The language that the element's own words are in: a BCP 47 tag. */
  protected get language(): string {
    return spokenLanguage();
  }

  /** A sentence to show beside words whose translation nobody has reviewed; empty otherwise. */
  protected get translationNotice(): string {
    return translationNotice();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode() as Document | ShadowRoot;
    const own = (this.constructor as typeof HandrailElement).elementStyles;
    for (const style of [pageStyles, ...own]) {
      const sheet = style instanceof CSSStyleSheet ? style : style.styleSheet;
      if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
    }
  }

  protected override createRenderRoot(): HTMLElement {
    const ui = document.createElement('div');
    ui.setAttribute('data-handrail-ui', '');
    return ui;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      if (document.readyState === 'loading') await parsed();
      // A copy of an upgraded element brings along what the original had rendered.
      this.querySelector('[data-handrail-ui=""]')?.remove();
      this.#server = this.querySelector('[data-handrail-ui]');
      try {
        if (this.#server) this.#adopt = (await import('./adopt.ts')).adopt;
      } catch {
        // What the server has drawn is then taken for the author's own markup.
      }
      this.takeOver(this.renderRoot as HTMLElement);
    }
    this.#sayLanguage(this.renderRoot as HTMLElement);
    await super.scheduleUpdate();
  }

  /**
   * Puts what the element adds into the page. The author's markup is complete by now.
   *
   * @param ui - the `<div>` that the element renders into.
   */
  protected takeOver(ui: HTMLElement): void {
    this.append(ui);
  }

  /** Whether what a server has drawn is still shown, and waits to be adopted. */
  protected get adopting(): boolean {
    return !!this.#server && !!this.#adopt;
  }

  /** Whether there is something to show, which can take the place of what a server has drawn. */
  protected get drawn(): boolean {
    return true;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    if (this.#server && this.#adopt && this.drawn) {
      this.#adopt(this.renderRoot as HTMLElement, this.#server);
      (this as { renderRoot: HTMLElement }).renderRoot = this.#server;
      this.#server = null;
    }
  }

  /** On a page in a language that Handrail does not speak, its own words are marked as English. */
  #sayLanguage(ui: HTMLElement): void {
    const { language } = this;
    const around = this.closest('[lang]')?.getAttribute('lang') ?? '';
    if (around.split('-')[0]?.toLowerCase() === language.split('-')[0]) {
      ui.removeAttribute('lang');
      ui.removeAttribute('dir');
    } else {
      ui.lang = language;
      ui.dir = writingDirection();
    }
  }
}
