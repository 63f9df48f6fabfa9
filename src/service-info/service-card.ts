import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '../element/property.ts';
import { HandrailElement } from '../element/element.ts';
import { createHeading } from '../element/heading.ts';
import { warn } from '../element/warn.ts';
import { card } from './card.ts';
import { serviceCardStyles } from './service-card.styles.ts';
import type { Service } from './service.ts';
import { servicesFile } from './services-file.ts';

/** How often the card looks at the clock, in milliseconds. */
const TICK = 60_000;

/**
 * One service: how to reach it, whether it is open now in London, who it is for and when its facts
 * were last checked. The author's own markup stays until the service is there, and stays for good
 * where it cannot be had.
 *
 * @tag handrail-service-card
 * @summary One service: how to reach it now, and who it is for.
 *
 * @example
 * ```html
 * <handrail-service-card src="/services.json#haven" heading-level="3">
 *   <h3>The Haven</h3>
 *   <p>Call <a href="tel:02079460123">020 7946 0123</a>, day or night.</p>
 * </handrail-service-card>
 * ```
 *
 * @slot - Plain HTML that says the same, for when there is no JavaScript or no services file.
 *
 * @cssproperty [--handrail-color-surface=Canvas] - The card's background.
 * @cssproperty [--handrail-color-border=CanvasText] - The card's edge.
 * @cssproperty [--handrail-color-link=LinkText] - Links.
 */
export class ServiceCard extends HandrailElement {
  static override styles = serviceCardStyles;

  /** A services file and the id of one service in it: `/services.json#haven`. */
  @property() src = '';

  /** The service itself, for pages that have it already. It is shown in place of `src`. */
  @property({ attribute: false }) service: Service | undefined;

  /** The level of the card's heading, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;

  /** An ISO 8601 instant that stands in for the clock, for previews and tests. */
  @property() now = '';

  @state() private loaded: Service | undefined;
  @state() private notice = '';
  @state() private failed = false;

  #fallback: ChildNode[] = [];
  #heading: HTMLHeadingElement | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (!document.hidden) this.requestUpdate();
    }, TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override takeOver(ui: HTMLElement): void {
    this.#fallback = [...this.childNodes];
    super.takeOver(ui);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('src')) void this.#load();
    if (changed.has('headingLevel')) this.#heading = createHeading(this.headingLevel);
  }

  protected override updated(): void {
    // Once the service is there it takes the place of the author's markup; without it, that stays.
    const shown = this.#shown !== undefined;
    for (const node of this.#fallback) {
      if (shown) node.remove();
      else if (!node.isConnected) this.insertBefore(node, this.renderRoot);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const service = this.#shown;
    if (service && this.#heading) {
      this.#heading.textContent = service.name;
      return card({
        service,
        heading: this.#heading,
        notice: this.notice,
        translationNotice: this.translationNotice,
        now: this.#clock(),
        language: this.language,
      });
    }
    if (!this.failed) return nothing;
    return html`<p class="handrail-card__checked" role="status">
      ${msg('We could not load the latest details. Check with the service before you travel.')}
    </p>`;
  }

  get #shown(): Service | undefined {
    const service = this.service ?? this.loaded;
    return service?.status === 'defunct' || service?.status === 'inactive' ? undefined : service;
  }

  #clock(): Date {
    const fixed = new Date(this.now || Date.now());
    if (!Number.isNaN(fixed.getTime())) return fixed;
    warn(
      `<handrail-service-card now="${this.now}"> is not an ISO 8601 instant. The clock is used.`,
    );
    return new Date();
  }

  async #load(): Promise<void> {
    const { src } = this;
    this.failed = false;
    this.loaded = undefined;
    if (!src) return;
    try {
      const url = new URL(src, document.baseURI);
      const id = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      const file = await servicesFile(url.href);
      if (src !== this.src) return;
      const found = file.services.find((service) => service.id === id);
      if (!found) throw new Error(`it has no service with the id "${id}"`);
      this.loaded = found;
      this.notice = file.notice ?? '';
    } catch (error) {
      if (src !== this.src) return;
      this.failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      warn(`<handrail-service-card src="${src}"> could not be read: ${reason}`);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-service-card': ServiceCard;
  }
}
