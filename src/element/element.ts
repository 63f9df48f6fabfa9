import { primaryLanguage } from '../i18n/language-tag.ts';
import { LOCALE_STATUS_EVENT } from '@lit/localize';
import { ReactiveElement } from '@lit/reactive-element';
import { adoptStyles } from './adopt-styles.ts';
import { VERSION } from './define.ts';
import { spokenLanguage, translationNotice, writingDirection } from '../i18n/language.ts';
import { drawWithTexts } from '../i18n/msg.ts';
import type { Texts } from '../i18n/msg.ts';
import { pageStyles } from './page.styles.ts';
import { property } from './property.ts';
import { warn } from './warn.ts';

/** Settles once the parser has seen the whole page, so that an element's children are all there. */
function parsed(): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Tells authors on their own machine what is wrong with their page. Nobody else loads this. */
function check(element: HandrailElement): void {
  if (/^(localhost|127\.)/.test(location.hostname))
    import('./self-check.ts').then(
      ({ selfCheck }) => selfCheck(element),
      () => undefined,
    );
}

/** The community's attribute for an element that is not to draw before its framework says so. */
const DEFER = 'defer-hydration';

/**
 * What every Handrail element shares. The author's markup stays in the page's own DOM, where
 * read-aloud tools, translation, find-in-page and print can see it; what the element adds is rendered
 * into one `<div>` beside it, and its style sheet is adopted once by the document or shadow root that
 * the element stands in.
 */
export abstract class HandrailElement extends ReactiveElement {
  /** The version of Handrail that this class came with. */
  static readonly version: string = VERSION;

  /**
   * Words of your own in the place of the element's: an object, or JSON in the attribute, that has them by
   * the English sentences that they replace. What a sentence has to fill in is `{1}`, `{2}` and so on in
   * both. A sentence that is not among the element's is named on the console where the page is on
   * localhost; without words, or with JSON that cannot be read, the usual ones stay.
   */
  @property({ type: Object }) texts: Texts | null | undefined;

  #release: (() => void) | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, DEFER];
  }

  readonly #onLocaleStatus = ({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]): void => {
    if (detail.status === 'ready') this.requestUpdate();
  };

  override attributeChangedCallback(name: string, old: string | null, now: string | null): void {
    super.attributeChangedCallback(name, old, now);
    if (name === DEFER && now === null) this.#release?.();
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
    window.addEventListener(LOCALE_STATUS_EVENT, this.#onLocaleStatus);
    adoptStyles(this, [pageStyles, ...(this.constructor as typeof HandrailElement).elementStyles]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(LOCALE_STATUS_EVENT, this.#onLocaleStatus);
  }

  protected override createRenderRoot(): HTMLElement {
    const ui = document.createElement('div');
    ui.setAttribute('data-handrail-ui', '');
    return ui;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await this.ready();
      // A copy of an upgraded element brings along what the original had rendered.
      this.querySelector(':scope > :is([data-handrail-ui=""], [data-handrail-form])')?.remove();
      this.takeOver(this.renderRoot as HTMLElement);
    }
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    if (this.texts === null && this.hasAttribute('texts'))
      warn(`<${this.localName}> needs JSON in texts.`);
    drawWithTexts(this.texts, () => {
      this.#sayLanguage(this.renderRoot as HTMLElement);
      super.performUpdate();
    });
    check(this);
  }

  /** Waits until the author's markup is complete, and until a framework that hydrates it is done. */
  protected async ready(): Promise<void> {
    if (document.readyState === 'loading') await parsed();
    if (this.hasAttribute(DEFER)) await new Promise<void>((drawn) => (this.#release = drawn));
  }

  /**
   * Puts what the element adds into the page. The author's markup is complete by now.
   *
   * @param ui - the `<div>` that the element renders into.
   */
  protected takeOver(ui: HTMLElement): void {
    this.append(ui);
  }

  /** On a page in a language that Handrail does not speak, its own words are marked as English. */
  #sayLanguage(ui: HTMLElement): void {
    const { language } = this;
    const around = this.closest('[lang]')?.getAttribute('lang') ?? '';
    if (primaryLanguage(around) === primaryLanguage(language)) {
      ui.removeAttribute('lang');
      ui.removeAttribute('dir');
    } else {
      ui.lang = language;
      ui.dir = writingDirection();
    }
  }
}
