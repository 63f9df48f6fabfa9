import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dateInWords } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import type { Receipt } from './delivery.ts';

/** How to reach the organisation without the form. */
interface Contacts {
  readonly email: string;
  readonly phone: string;
}

/**
 * Says when a reply is due: with the date where it is known, in working days alone where it is not.
 *
 * @param days - the promise in working days.
 * @param due - the date in London, if the bank-holiday table reaches that far.
 * @param language - the language to write the date in.
 */
export function promise(days: number, due: IsoDate | undefined, language: string): string {
  if (due === undefined) return msg(str`We will reply within ${days} working days. This is free.`);
  const date = dateInWords(due, language);
  return msg(str`If you ask today, we will reply by ${date} (${days} working days). This is free.`);
}

/**
 * What replaces the form once a request is safely stored.
 *
 * @param heading - the heading to fill; it takes the focus.
 */
export function confirmation(
  { reference, replyBy, replyWithin }: Receipt,
  heading: HTMLHeadingElement,
  { email, phone }: Contacts,
  language: string,
): TemplateResult {
  heading.textContent = msg('Request received');
  heading.tabIndex = -1;
  const contacts = [email, phone].filter(Boolean).join(', ');
  return html`<div class="handrail-receipt">
    ${heading}
    <p>${msg('Your reference')} <strong class="handrail-reference">${reference}</strong></p>
    <p>
      ${
        replyBy === null
          ? msg(str`We will reply within ${replyWithin} working days.`)
          : html`${msg('We will reply by')}
              <time datetime=${replyBy}>${dateInWords(replyBy, language)}</time>.`
      }
    </p>
    <p>${msg('Keep your reference. Give it to us if you get in touch about this request.')}</p>
    ${contacts ? html`<p>${msg(str`Get in touch: ${contacts}.`)}</p>` : nothing}
  </div>`;
}
