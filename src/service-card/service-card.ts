import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../element/property.ts';
import { canCover } from '../element/covered.ts';
import { TemplateElement } from '../element/template-element.ts';
import { fittingLevel } from '../element/heading-level.ts';
import { msg } from '../i18n/msg.ts';
import { warn } from '../element/warn.ts';
import { AuthoredCard } from './authored-card.ts';
import { numberOf } from './view/channels.ts';
import { searchBlock } from './search-block.ts';
import { CardFile } from './card-file.ts';
import { details, extras, Source } from './source.ts';
import { items, withoutPlaces } from './view/view.ts';
import type { CardView } from './view/view.ts';
import { isListed } from './view/ways.ts';
import { card, cardAndReport, notRunning } from './view/card.ts';
import { Clock } from './clock.ts';
import { freshness } from '../service/freshness.ts';
import { serviceCardStyles } from './service-card.styles.ts';
import type { Service } from '../service/service.ts';

/** Where what few cards need cannot be had, markup is taken out of the text. */
const WITHOUT_EXTRAS = { safeText: (text: string) => [text.replace(/<[^>]*>/g, ' ')] };

let ids = 0;

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
 * @slot - Plain HTML that says the same, for when there is no JavaScript or no services file. Without
 *   `src`, a JSON-LD block in it is the service.
 *
 * @attr {boolean} defer-hydration - Nothing is drawn before this is taken away: for a framework that takes
 *   over what its server drew.
 *
 * @cssclass handrail-card - The card.
 * @cssclass handrail-card-state - Whether it is open.
 * @cssclass handrail-card-hours - What its source says in words beside its hours.
 * @cssclass handrail-card-alert - What its record says first of all.
 * @cssclass handrail-card-channels - The ways to reach it.
 * @cssclass handrail-card-way - One of them.
 * @cssclass handrail-card-label - What that way is called.
 * @cssclass handrail-card-link - A link, such as a number to ring.
 * @cssclass handrail-card-notes - What is said of a way: its price, who sees it.
 * @cssclass handrail-card-emergency - Whom to call where somebody is in danger.
 * @cssclass handrail-card-facts - What else is known.
 * @cssclass handrail-card-text - The description.
 * @cssclass handrail-card-checked - When it was last checked.
 * @cssclass handrail-card-report - What is said after a press, or where the service cannot be shown.
 * @cssclass handrail-card-keep - The offer to keep the number.
 * @cssclass handrail-label - The label of a field.
 * @cssclass handrail-input - What is typed into.
 * @cssclass handrail-button - A button.
 * @cssclass handrail-quiet - A button that is not the main one.
 *
 * @cssproperty [--handrail-color-surface=Canvas] - The card's background.
 * @cssproperty [--handrail-color-border=CanvasText] - The card's edge.
 * @cssproperty [--handrail-color-link=LinkText] - Links.
 */
export class ServiceCard extends TemplateElement {
  static override styles = serviceCardStyles;

  readonly #clock = new Clock(this);
  // The author's markup may be a framework's, and change: so does what was read from it.
  readonly #authored = new AuthoredCard(this, () => this.requestUpdate());
  readonly #source = new Source(() => this.requestUpdate());
  readonly #extras = new CardFile(extras, () => this.requestUpdate());
  readonly #details = new CardFile(details, () => this.requestUpdate());

  /** A services file and the id of one service in it: `/services.json#haven`. */
  @property() src = '';

  /** The service itself, for pages that have it already. It is shown in place of `src`. */
  @property({ attribute: false }) service: Service | undefined;

  /**
   * The level of the card's heading, 1 to 6. Where it is left out, that of the first heading in the
   * author's own markup, and 3 where there is none.
   */
  @property({ attribute: 'heading-level', type: Number }) headingLevel: number | undefined;

  /** An ISO 8601 instant that stands in for the clock, for previews and tests. */
  @property() now = '';

  /** Shows no more of any place than its outcode, as for a refuge. */
  @property({ attribute: 'hide-address', type: Boolean }) hideAddress = false;

  /** A map's address, with `{place}` where the place goes. Empty for no link. */
  @property({ attribute: 'map-url' }) mapUrl = 'https://www.openstreetmap.org/search?query={place}';

  /** The address of directions, with `{place}` where the place goes. Empty for no link. */
  @property({ attribute: 'directions-url' }) directionsUrl =
    'https://www.openstreetmap.org/directions?to={place}';

  /** Offers to add the number to the device's contacts or to copy it, and says what that leaves behind. */
  @property({ type: Boolean }) keep = false;

  /** Adds the service as schema.org JSON-LD, for search engines. */
  @property({ attribute: 'json-ld', type: Boolean }) jsonLd = false;

  @state() private block: HTMLScriptElement | undefined;
  @state() private report = '';

  readonly #id = `handrail-card-${String((ids += 1))}`;
  /** The service to show, its places hidden where the page asks for that. */
  #service: Service | undefined;
  #given: Service | undefined;
  /** Settles once the service is there for search engines. */
  #describing: Promise<void> | undefined;
  #described: Service | undefined;
  #wantedLevel: number | undefined;
  #level = 3;

  protected override takeOver(ui: HTMLElement): void {
    this.#authored.add(ui);
  }

  /** Settles once the card shows its service, or says that it cannot. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const pending = (): readonly unknown[] => [
      this.#source.settled,
      this.#extras.coming,
      this.#details.coming,
      this.#describing,
    ];
    for (;;) {
      const before = pending();
      const complete = await super.getUpdateComplete();
      await Promise.all(before);
      const isOver = pending().every((each, index) => each === before[index]);
      if (isOver && complete && !this.isUpdatePending) return complete;
    }
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#authored.keepFocus();
    this.#source.follow(this.src, this.#authored.json);
    const level = this.headingLevel ?? this.#authored.headingLevel;
    if (level !== this.#wantedLevel) {
      this.#wantedLevel = level;
      this.#level = fittingLevel(this, level);
    }
    const service = this.service ?? this.#source.found?.service;
    if (service !== this.#given || changed.has('hideAddress')) {
      this.#given = service;
      this.#service = service && this.hideAddress ? withoutPlaces(service) : service;
    }
  }

  protected override get drawn(): boolean {
    return this.renderRoot.querySelector('article') !== null;
  }

  protected override adopted(ui: HTMLElement): void {
    this.#authored.add(ui);
  }

  protected override updated(): void {
    const shown = this.drawn;
    const service = this.#service;
    if (shown && this.jsonLd && service && service !== this.#described)
      this.#describing = this.#describe(service);
    // Once the service is there it takes the place of the author's markup; without all of it, that stays.
    this.#authored.takePlace(shown && !this.#details.isMissing);
  }

  protected override render(): TemplateResult {
    const block = this.jsonLd ? this.block : nothing;
    return cardAndReport(this.#card(), block, this.report || this.#trouble);
  }

  #card(): unknown {
    const service = this.#service;
    const now = this.#instant();
    if (!service || !isListed(service, now) || !canCover()) return nothing;
    try {
      const shown = card(this.#view(service, now));
      if (this.#mustWait()) return nothing;
      // Another service is drawn anew: nothing of this one may stay, not even in a page's translation.
      return repeat(
        [service],
        (each) => each,
        () => shown,
      );
    } catch (error) {
      warn(`<handrail-service-card> could not show "${service.id}": ${String(error)}`);
      return nothing;
    }
  }

  /**
   * Whether the card would be drawn again at once, with more in it: what stands below it would jump. What a
   * server has drawn whole is not taken over in part.
   */
  #mustWait(): boolean {
    const files = [this.#extras, this.#details];
    return files.some(({ isLacking, isMissing }) => isLacking || (isMissing && this.adopting));
  }

  get #trouble(): string {
    if (this.#source.hasFailed || this.#details.isMissing) {
      return msg('We could not load the latest details. Check with the service before you travel.');
    }
    const service = this.#service;
    return service && !isListed(service, this.#instant()) ? notRunning() : '';
  }

  #view(service: Service, now: Date): CardView {
    const number = items(service.channels)
      .map(numberOf)
      .find((found) => found?.href);
    return {
      id: this.#id,
      service,
      level: this.#level,
      notice: this.#source.found?.file?.notice ?? '',
      translationNotice: this.translationNotice,
      now,
      freshness: freshness(service.checked, now),
      clockAgrees: this.now !== '' || (this.#source.found?.clockAgrees ?? true),
      language: this.language,
      map: this.mapUrl,
      directions: this.directionsUrl,
      keep:
        this.keep && number?.href
          ? this.#extras.need()?.keepView({
              href: number.href,
              display: number.display,
              id: this.#id,
              report: (sentence) => (this.report = sentence),
            })
          : nothing,
      extras: () => this.#extras.need() ?? (this.#extras.isMissing ? WITHOUT_EXTRAS : undefined),
      details: this.#details.need,
      nameOf: (id) => this.#source.found?.file?.services.find((other) => other.id === id)?.name,
    };
  }

  #instant(): Date {
    const fixed = new Date(this.now || Date.now());
    if (!Number.isNaN(fixed.getTime())) return fixed;
    warn(
      `<handrail-service-card now="${this.now}"> is not an ISO 8601 instant. The clock is used.`,
    );
    return new Date();
  }

  async #describe(service: Service): Promise<void> {
    this.#described = service;
    this.block = await searchBlock(service);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-service-card': ServiceCard;
  }
}
