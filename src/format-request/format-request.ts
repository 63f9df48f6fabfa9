import type { PropertyValues } from 'lit';
import type { Division } from '../calendar/bank-holidays.ts';
import { canCover } from '../element/covered.ts';
import { TemplateElement } from '../element/template-element.ts';
import { property } from '../element/property.ts';
import { warn } from '../element/warn.ts';
import { formatRequestStyles } from './format-request.styles.ts';
import { optionStyles } from './option.styles.ts';
import { RequestForm } from './controller.ts';

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
 *   <form method="post" action="/requests" autocomplete="off">
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
 *   With `purpose="statement"`, an element with `data-handrail-wording` takes the place of the words about
 *   problems, and one with `data-handrail-enforcement` of those about who enforces the duty.
 *
 * @attr {boolean} defer-hydration - Nothing is drawn before this is taken away: for a framework that takes
 *   over what its server drew.
 *
 * @fires {RequestCheckedEvent} handrail-request-checked - Once the answers are checked, before they are sent.
 *   Cancelled, nothing is sent.
 * @fires {RequestReceivedEvent} handrail-request-received - Once the receiver has stored the request.
 * @fires {RequestFailedEvent} handrail-request-failed - When it was turned away, or nobody can say whether it arrived.
 *
 * @cssclass handrail-field - A text to type, with its label and what is wrong with it.
 * @cssclass handrail-label - The label of a field.
 * @cssclass handrail-input - What is typed into.
 * @cssclass handrail-fieldset - A question with several answers.
 * @cssclass handrail-legend - Its words.
 * @cssclass handrail-option - One of the answers: a box and its label.
 * @cssclass handrail-hint - What explains an answer, and what is said of a draft translation.
 * @cssclass handrail-more - What belongs to an answer, once that is chosen.
 * @cssclass handrail-panels - The groups of formats.
 * @cssclass handrail-panel - One of them.
 * @cssclass handrail-group - Its heading.
 * @cssclass handrail-where - Where the formats of a group are sent, once one of them is chosen.
 * @cssclass handrail-sizes - A few answers in a row, such as sizes of print.
 * @cssclass handrail-fold - What most people do not need, behind one control.
 * @cssclass handrail-filter - What is typed into to find a document in a long list.
 * @cssclass handrail-width-date - A text box that is as wide as a date in words.
 * @cssclass handrail-width-email - One that is as wide as an email address.
 * @cssclass handrail-width-phone - One that is as wide as a phone number.
 * @cssclass handrail-note - What is said of an answer that is not wrong.
 * @cssclass handrail-error - What is wrong with an answer, beside it.
 * @cssclass handrail-summary - All that is wrong, above the form.
 * @cssclass handrail-summary-list - The list in it.
 * @cssclass handrail-button - A button.
 * @cssclass handrail-quiet - A button that is not the main one.
 * @cssclass handrail-buttons - Several buttons in a row.
 * @cssclass handrail-status - What is said of the sending, or of what was received.
 * @cssclass handrail-failed - What is said where sending has failed.
 * @cssclass handrail-other-ways - How else to ask, where sending has failed.
 * @cssclass handrail-receipt - The receipt.
 * @cssclass handrail-large - A receipt for somebody who asked for large print: it is printed large.
 * @cssclass handrail-reference - The reference on it.
 * @cssclass handrail-visually-hidden - What is for people who listen alone.
 *
 * @cssproperty [--handrail-color-button=CanvasText] - The button's background.
 * @cssproperty [--handrail-color-button-text=Canvas] - The button's text.
 * @cssproperty [--handrail-color-error] - Error messages and the edge of what they are about.
 * @cssproperty [--handrail-color-focus=CanvasText] - The focus outline.
 * @cssproperty [--handrail-tick-size=1.75rem] - How wide and high boxes to tick and answers to choose are.
 * @cssproperty [--handrail-line-height=1.5] - The height of a line, as a number.
 */
export class FormatRequest extends TemplateElement {
  static override styles = [formatRequestStyles, optionStyles];

  /** The receiver's address. The author's `<form action>` where it is left out. */
  @property() action = '';

  /**
   * How the answers are sent: `native`, by the browser, as without JavaScript; `form`, by a script, once, as
   * the author's form encodes them and with the cookies of the page's own site; `handrail`, as JSON and up to
   * four times, to a receiver of Handrail's. Where it is left out or not known, `form` with `success-url` or
   * `reference-path`; else the endpoint is asked: a receiver of ours gets `handrail`, any other `native`.
   */
  @property() send: 'native' | 'form' | 'handrail' | '' = '';

  /**
   * With `form`: the address that a redirect leads to once the request is taken, or one above it. An answer
   * from elsewhere is not a success. Where it is left out, a status from 200 to 299 is one. For an address on
   * another site the browser sends the form, as with `native`.
   */
  @property({ attribute: 'success-url' }) successUrl = '';

  /**
   * With `form`: where in the answer's JSON the reference is, such as `case.id`. An answer without a text or
   * number there is not a success.
   */
  @property({ attribute: 'reference-path' }) referencePath = '';

  /** In how many working days a reply is promised: 1 to 100. Anything else is taken as 5. */
  @property({ attribute: 'reply-days', type: Number }) replyDays = 5;

  /** Whose bank holidays count: `england-and-wales`, `scotland`, `northern-ireland` or `any-uk`. */
  @property() division: Division = 'england-and-wales';

  /** Further days on which nobody works, as dates with spaces between them: `2026-12-29 2026-12-30`. */
  @property() closures = '';

  /** The time of day, such as `17:00` in London, from which a request counts as the next working day's. */
  @property({ attribute: 'cut-off' }) cutOff = '';

  /** Who answers: its name stands on the receipt. */
  @property() organisation = '';

  /** An email address for people who would rather not use the form. */
  @property() email = '';

  /** A phone number for people who would rather not use the form. */
  @property() phone = '';

  /** A web address where people can complain to the organisation. */
  @property({ attribute: 'complaints-url' }) complaintsUrl = '';

  /**
   * A web address of whoever enforces the duty. Where it is left out, the Equality Advisory and Support
   * Service, and with `division="northern-ireland"` the Equality Commission for Northern Ireland.
   */
  @property({ attribute: 'enforcement-url' }) enforcementUrl = '';

  /** A web address that says what happens to the answers. */
  @property({ attribute: 'privacy-url' }) privacyUrl = '';

  /**
   * The formats that the organisation can make: slugs with spaces between them, each with its usual
   * time in working days where there is one, such as `large-print braille:10`. Where it is left out,
   * all but Moon, Makaton, aphasia-friendly and other languages.
   */
  @property() formats = '';

  /** The ways to be reached on offer: `email post phone text`, separated by spaces. */
  @property({ attribute: 'contact-ways' }) contactWays = '';

  /** A CSS selector for the part of the page whose documents are listed. The whole page where left out. */
  @property({ attribute: 'documents-selector' }) documentsSelector = '';

  /** Puts a link beside each document that opens the form with that document chosen. */
  @property({ type: Boolean }) links = false;

  /** Lets people ask for the same with everything that they are sent. */
  @property({ type: Boolean }) standing = false;

  /**
   * With `purpose="statement"` the form is the one that an accessibility statement has to link to: it
   * takes reports of problems too, and names who enforces the duty.
   */
  @property() purpose: 'statement' | '' = '';

  /** The level of the headings that the element adds, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  #form: RequestForm | undefined;

  /** Settles once a mouse's press on the page is over; a finger's tap is one too. */
  #press: Promise<unknown> | undefined;

  readonly #onMousedown = (): void => {
    this.#press = new Promise((over) => {
      window.addEventListener('mouseup', () => setTimeout(over), { once: true, capture: true });
      // A press that turns into dragging never ends.
      setTimeout(over, 1500);
    });
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('mousedown', this.#onMousedown, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('mousedown', this.#onMousedown, true);
  }

  /**
   * Nothing is drawn during a press: it takes the focus from a field, a word about that field comes up,
   * and a button that has moved by the time of its release is not clicked.
   */
  protected override async scheduleUpdate(): Promise<void> {
    // Without it the author's form could not be kept from being there twice.
    if (!canCover()) return;
    // Nothing but a press of that button runs it.
    if (!this.hasUpdated && this.querySelector(':is(button, input)[data-sitekey]')) {
      warn('<handrail-format-request> leaves CAPTCHA buttons alone.');
      return;
    }
    await this.ready();
    this.#form ??= new RequestForm(this);
    await this.#press;
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      warn(`the request form could not be drawn: ${String(error)}`);
      this.#form?.giveBack();
    }
  }

  protected override takeOver(ui: HTMLElement): void {
    this.#form?.takeOver(ui);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#form?.willUpdate(changed);
  }

  protected override render(): unknown {
    return this.#form?.render(this.language, this.translationNotice);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-format-request': FormatRequest;
  }
}
