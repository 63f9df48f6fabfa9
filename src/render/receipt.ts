import type { IsoDate } from '../calendar/london.ts';
import { dateWords } from '../i18n/dates.ts';
import { heading, nearestLevel } from '../template/heading.ts';
import { html } from '../template/html.ts';
import { ownLanguage, translationNotice } from '../i18n/language.ts';
import { msg } from '../i18n/msg.ts';
import { confirmation } from '../format-request/view/confirmation.ts';
import type { Organisation } from '../format-request/schema/organisation.ts';
import { draw } from '../format-request/view/view.ts';
import { organisationFor } from './form.ts';
import { dateOf } from './form-view.ts';
import { hostHtml } from './host.ts';
import type { Around } from './host.ts';
import { viewHtml } from './html.ts';
import { inTexts } from './texts.ts';
import type { Texts } from '../i18n/msg.ts';
import type { Markup } from './markup.ts';

/** What a receiver promises once a request is stored. */
export interface KeptReceipt {
  /** The reference to quote, such as `K7M4-PX3T`. */
  readonly reference: string;
  /** The instant of receipt: ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The date in London by which a reply is due; `null` where it cannot be known. */
  readonly replyBy: IsoDate | null;
  /** The promise in working days. */
  readonly replyWithin: number;
}

/** How a receipt is drawn. Each has the meaning of the form's attribute of the same name. */
export interface ReceiptOptions extends Partial<Organisation> {
  /** The language of Handrail's own words: a BCP 47 tag. English where Handrail does not speak it. */
  readonly language?: string;
  /** Words in the place of Handrail's own, by the English sentences that they replace. */
  readonly texts?: Texts;
  /** The level of its heading, 1 to 6. */
  readonly headingLevel?: number;
  /** The address of the page that it is for, which relative links are read against. */
  readonly pageUrl?: string;
}

/** To whom the reference is given where no address and no number is known. */
function keepReference({ organisation }: Organisation): unknown {
  return html`<p>
    ${msg('Keep your reference. If you have heard nothing by then, give it to us:')}
    <bdi>${organisation}</bdi>
  </p>`;
}

/** Draws a receipt as a page that is kept has it: without the answers, and without buttons. */
function receiptView(receipt: KeptReceipt, level: number, organisation: Organisation): unknown {
  const day = dateOf(receipt.receivedAt);
  const onPaper = html`<p>${msg('Write it down, or print this page.')}</p>
    ${
      day &&
      html`<p>
        ${msg('We received your request on')} <time datetime=${day}>${dateWords(day)}</time>.
      </p>`
    }
    ${heading(Math.min(6, level + 1), msg('What happens next'))}
    ${organisation.email || organisation.phone ? '' : keepReference(organisation)}`;
  const view = confirmation({ receipt, onPaper }, receipt.replyWithin, level, organisation);
  const notice = translationNotice();
  return html`${draw(view)} ${notice && html`<p class="handrail-hint">${notice}</p>`}`;
}

/** Draws a receipt in the language that `msg()` speaks. */
export function receiptHtml(
  receipt: KeptReceipt,
  level: number,
  organisation: Organisation,
  own: Around['own'] = {},
): Markup {
  const drawn = viewHtml(() => receiptView(receipt, level, organisation));
  return hostHtml(drawn, { tag: 'handrail-format-request', own });
}

/**
 * Draws the receipt of a request as HTML, in the markup that the element has for its own.
 *
 * @param receipt - what the receiver has promised. Nothing of what was asked is in it.
 * @param options - how it is drawn, and who answers.
 * @returns HTML in which every value is escaped.
 */
export function renderReceipt(receipt: KeptReceipt, options: ReceiptOptions = {}): string {
  const { headingLevel } = options;
  return inTexts('receipt', options, () =>
    receiptHtml(receipt, nearestLevel(headingLevel), organisationFor(options), ownLanguage()),
  ).text;
}
