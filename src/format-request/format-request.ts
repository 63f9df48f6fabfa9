import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isDivision } from '../calendar/bank-holidays.ts';
import { replyBy } from '../calendar/working-days.ts';
import { HandrailElement } from '../element/element.ts';
import { createHeading } from '../element/heading.ts';
import { warn } from '../element/warn.ts';
import { confirmation, promise } from './confirmation.ts';
import { deliver } from './delivery.ts';
import type { Receipt } from './delivery.ts';
import { findDocuments } from './documents.ts';
import type { FoundDocument } from './documents.ts';
import { RequestFailedEvent, RequestReceivedEvent } from './events.ts';
import { fallbackAnswers } from './fallback.ts';
import type { FallbackAnswers } from './fallback.ts';
import { controlId, formFields } from './form.ts';
import { formatRequestStyles } from './format-request.styles.ts';
import { CONTACT_WAYS, FORMATS, problemsIn, problemText, readRequest } from './request.ts';
import type { FieldName, Problem } from './request.ts';

let instances = 0;

/**
 * A form that asks for a page's documents in an accessible format, and says by which date a reply is
 * due. It takes over the author's own form in place; without JavaScript that form posts natively to
 * the same address.
 *
 * @tag handrail-format-request
 * @summary Asks for a document in an accessible format and promises a date.
 *
 * @example
 * ```html
 * <handrail-format-request reply-days="5" email="formats@council.example" phone="020 7946 0456">
 *   <form method="post" action="/requests">
 *     <label>Which document? <input name="document-other" /></label>
 *     <label>Which format? <input name="format-other" /></label>
 *     <input type="hidden" name="format" value="other" />
 *     <label>Your email <input name="email" type="email" autocomplete="email" /></label>
 *     <button>Send request</button>
 *   </form>
 * </handrail-format-request>
 * ```
 *
 * @slot - One `<form method="post" action="…">` that works without JavaScript, and any text around it.
 *
 * @fires {RequestReceivedEvent} handrail-request-received - Once the receiver has stored the request.
 * @fires {RequestFailedEvent} handrail-request-failed - When nobody can say whether it arrived.
 *
 * @cssproperty [--handrail-color-button=CanvasText] - The button's background.
 * @cssproperty [--handrail-color-button-text=Canvas] - The button's text.
 * @cssproperty [--handrail-color-error] - Error messages and the edge of what they are about.
 * @cssproperty [--handrail-color-focus=CanvasText] - The focus outline.
 */
export class FormatRequest extends HandrailElement {
  static override styles = formatRequestStyles;

  /** The receiver's address. The author's `<form action>` where it is left out. */
  @property() action = '';

  /** In how many working days a reply is promised: 1 to 100. Anything else is taken as 5. */
  @property({ attribute: 'reply-days', type: Number }) replyDays = 5;

  /** Whose bank holidays count: `england-and-wales`, `scotland` or `northern-ireland`. */
  @property() division = 'england-and-wales';

  /** An email address for people who would rather not use the form. */
  @property() email = '';

  /** A phone number for people who would rather not use the form. */
  @property() phone = '';

  /** The formats on offer: slugs separated by spaces. All of them where it is left out. */
  @property() formats = '';

  /** The ways to be reached on offer: `email phone text post`, separated by spaces. */
  @property({ attribute: 'contact-ways' }) contactWays = '';

  /** A CSS selector for the part of the page whose documents are listed. The whole page where left out. */
  @property() documents = '';

  /** The level of the headings that the element adds, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  @state() private phase: 'editing' | 'sending' | 'unconfirmed' | 'received' = 'editing';
  @state() private problems: readonly Problem[] = [];
  @state() private found: readonly FoundDocument[] = [];
  @state() private receipt: Receipt | undefined;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private contactBy = '';

  readonly #prefix = `handrail-request-${String((instances += 1))}`;
  #form!: HTMLFormElement;
  #fallback: FallbackAnswers | undefined;
  #heading: HTMLHeadingElement | undefined;
  #title: string | undefined;
  #key = '';
  #keyed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pageshow', this.#onPageshow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#onPageshow);
    this.#markTitle(false);
  }

  protected override takeOver(ui: HTMLElement): void {
    this.found = findDocuments(this.#scope());
    this.#fallback = fallbackAnswers(this);
    this.#form = this.querySelector('form') ?? this.appendChild(document.createElement('form'));
    this.#form.noValidate = true;
    this.#form.method = 'post';
    this.#form.action = this.action || (this.#form.getAttribute('action') ?? '');
    if (!this.action && !this.#form.getAttribute('action')) {
      warn(
        '<handrail-format-request> needs the receiver’s address: <form method="post" action="…">.',
      );
    }
    this.#form.replaceChildren(...this.#form.querySelectorAll('input[type="hidden"]'), ui);
  }

  protected override firstUpdated(): void {
    this.#fallback?.restoreTo(this.#form);
    this.#fallback = undefined;
    this.#onChange();
    this.#form.addEventListener('change', this.#onChange);
    this.#form.addEventListener('submit', (event) => void this.#onSubmit(event));
  }

  protected override render(): TemplateResult {
    if (this.receipt) {
      return confirmation(this.receipt, this.#getHeading(), this, this.language);
    }
    const days = this.#days();
    const division = isDivision(this.division) ? this.division : 'england-and-wales';
    return html`
      ${this.#summary()}
      <p>${promise(days, replyBy(new Date(), days, { division }), this.language)}</p>
      ${formFields({
        prefix: this.#prefix,
        documents: this.found,
        formats: pick(FORMATS, this.formats),
        contactWays: pick(CONTACT_WAYS, this.contactWays),
        chosen: this.chosen,
        contactBy: this.contactBy,
        errors: new Map(
          this.problems.map((problem) => [this.#fieldOf(problem), problemText(problem)]),
        ),
      })}
      <button class="handrail-button" type="submit" aria-disabled=${this.phase === 'sending'}>
        ${this.phase === 'unconfirmed' ? msg('Try again') : msg('Send request')}
      </button>
      <p class="handrail-status" role="status">${this.#status()}</p>
      ${this.translationNotice ? html`<p class="handrail-hint">${this.translationNotice}</p>` : nothing}
    `;
  }

  #summary(): TemplateResult | typeof nothing {
    if (this.problems.length === 0) return nothing;
    const heading = this.#getHeading();
    heading.textContent = msg('There is a problem');
    return html`<div class="handrail-summary" tabindex="-1">
      <div role="alert">
        ${heading}
        <ul>
          ${this.problems.map(
            (problem) =>
              html`<li>
                <a
                  href="#${controlId(this.#prefix, this.#fieldOf(problem))}"
                  @click=${(event: Event) => this.#goTo(event, problem)}
                  >${problemText(problem)}</a
                >
              </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  #status(): unknown {
    if (this.phase === 'sending') return msg('Sending your request…');
    if (this.phase !== 'unconfirmed') return '';
    return [
      msg(
        'We could not confirm that your request arrived. Your answers are still here: try again in a moment.',
      ),
      ' ',
      this.email || this.phone
        ? msg(
            str`You can also ask in another way: ${[this.email, this.phone].filter(Boolean).join(', ')}.`,
          )
        : '',
    ];
  }

  readonly #onChange = (): void => {
    const ticked = new FormData(this.#form);
    this.chosen = new Set(ticked.getAll('format').map(String));
    this.contactBy = ticked.getAll('contact-by').map(String)[0] ?? '';
  };

  readonly #onPageshow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    // Whoever comes back by the Back button may be somebody else: nothing typed is shown to them.
    this.#clear();
    this.receipt = undefined;
    this.problems = [];
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.phase === 'sending') return;
    const fields = this.#answers();
    this.problems = problemsIn(readRequest(fields));
    if (this.problems.length > 0) {
      await this.#showProblems();
      return;
    }
    this.#markTitle(false);
    this.phase = 'sending';
    const outcome = await deliver(this.#form.action, [
      ...fields,
      ['_key', this.#keyFor(fields)],
      ['_page', location.origin + location.pathname],
      ['_lang', this.language],
    ]);
    if (outcome.state === 'received') {
      this.phase = 'received';
      this.receipt = outcome.receipt;
      await this.updateComplete;
      this.#clear();
      this.#heading?.focus();
      this.dispatchEvent(new RequestReceivedEvent(outcome.receipt));
    } else if (outcome.state === 'refused') {
      this.phase = 'editing';
      this.problems = outcome.problems;
      await this.#showProblems();
    } else {
      this.phase = 'unconfirmed';
      this.dispatchEvent(new RequestFailedEvent());
    }
  };

  async #showProblems(): Promise<void> {
    this.phase = 'editing';
    this.#markTitle(true);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.handrail-summary')?.focus();
  }

  #goTo(event: Event, problem: Problem): void {
    event.preventDefault();
    const control = this.querySelector<HTMLElement>(
      `#${controlId(this.#prefix, this.#fieldOf(problem))}`,
    );
    (control?.closest('fieldset') ?? control)?.scrollIntoView();
    control?.focus({ preventScroll: true });
  }

  /** With no list of documents to choose from, the text box is where one is named. */
  #fieldOf({ field }: Problem): FieldName {
    return field === 'document' && this.found.length === 0 ? 'document-other' : field;
  }

  /** What is filled in, without what belongs to an option that is not chosen. */
  #answers(): [string, string][] {
    const shown = [...this.#form.elements].filter((control) => !control.closest('[hidden]'));
    const names = new Set(shown.map((control) => control.getAttribute('name')));
    return [...new FormData(this.#form)].flatMap(([name, value]) =>
      typeof value === 'string' && names.has(name) ? [[name, value]] : [],
    );
  }

  /** One key for each set of answers, so that a request sent twice is stored once. */
  #keyFor(fields: readonly (readonly [string, string])[]): string {
    const answers = JSON.stringify(fields);
    if (answers !== this.#keyed) {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      this.#key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      this.#keyed = answers;
    }
    return this.#key;
  }

  #clear(): void {
    this.#form.reset();
    for (const control of this.#form.querySelectorAll<HTMLInputElement>(
      '[data-handrail-ui] input',
    )) {
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = false;
    }
    this.#key = this.#keyed = '';
    this.phase = 'editing';
    this.#onChange();
  }

  #getHeading(): HTMLHeadingElement {
    return (this.#heading ??= createHeading(this.headingLevel));
  }

  #days(): number {
    const days = this.replyDays;
    if (Number.isInteger(days) && days >= 1 && days <= 100) return days;
    warn('<handrail-format-request> takes a whole number from 1 to 100 as reply-days. It uses 5.');
    return 5;
  }

  #scope(): ParentNode {
    if (!this.documents) return document;
    try {
      const scope = document.querySelector(this.documents);
      if (scope) return scope;
    } catch {
      // Not a selector: said below.
    }
    warn(`<handrail-format-request documents="${this.documents}"> names nothing on this page.`);
    return document;
  }

  /** Says in the page's title that something needs mending, as GOV.UK and NHS forms do. */
  #markTitle(wrong: boolean): void {
    if (wrong) {
      this.#title ??= document.title;
      document.title = `${msg('Error:')} ${this.#title}`;
    } else if (this.#title !== undefined) {
      document.title = this.#title;
      this.#title = undefined;
    }
  }
}

/** The entries of a list that an attribute names; all of them where it names none. */
function pick<T extends string>(all: readonly T[], attribute: string): readonly T[] {
  const named = attribute.split(/\s+/);
  const picked = all.filter((entry) => named.includes(entry));
  return picked.length > 0 ? picked : all;
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-format-request': FormatRequest;
  }
}
