import { str } from '@lit/localize';
import { nothing } from 'lit';
import { londonTime } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { heading } from '../../template/heading.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { receiptAnswers } from '../schema/answers.ts';
import { enforcement, inTouch } from './contact.ts';
import type { Organisation } from '../schema/organisation.ts';
import type { Receipt } from '../schema/receipt.ts';
import { workingDays } from '../schema/labels.ts';
import type { RequestAnswers } from '../schema/request.ts';
import type { Panel } from './view.ts';

/** What a confirmation is drawn from. */
export interface Received {
  readonly receipt: Receipt;
  /** What was asked. It is shown once, and forgotten with the page; a page that is kept says nothing of it. */
  readonly request?: RequestAnswers;
  /** Whether an answer was changed after it had been sent. */
  readonly changed?: boolean;
  /** What a page of its own says in place of the answers and the buttons, which need a script. */
  readonly onPaper?: unknown;
}

/** Prints the receipt alone: the page's story would be most of the paper. */
function printReceipt(): void {
  const root = document.documentElement;
  root.setAttribute('data-handrail-printing', '');
  // Some browsers print later, and say when they have.
  window.addEventListener('afterprint', () => root.removeAttribute('data-handrail-printing'), {
    once: true,
  });
  window.print();
}

/**
 * What replaces the questions once a request is safely stored. It ends in the button that sends the
 * form, now empty: what that begins is another request.
 *
 * @param days - the form's own promise in working days, for a receipt that does not say one.
 * @param level - the level of the heading, which takes the focus.
 */
export function confirmation(
  { receipt, request, changed, onPaper }: Received,
  days: number,
  level: number,
  organisation: Organisation,
): Panel {
  const { reference, replyBy, replyWithin = days } = receipt;
  const large = request?.formats.includes('large-print') ? 'handrail-large' : '';
  const before = html`${heading(level, msg('Request received'), { focused: !!request })}
  ${organisation.organisation ? html`<p><bdi>${organisation.organisation}</bdi></p>` : nothing}`;
  const status = html`<p>
    ${
      reference
        ? html`${msg('Your reference is')}&nbsp;<wbr /><strong class="handrail-reference" dir="ltr"
              >${reference}</strong
            >.`
        : nothing
    }
    ${
      replyBy === null
        ? msg(str`We will reply in ${workingDays(replyWithin)}.`)
        : html`${msg('We will reply by')} <time datetime=${replyBy}>${dateWords(replyBy)}</time>.`
    }
  </p>`;
  const after = html`${
      request
        ? html`<dl>
            ${receiptAnswers(request, londonTime(new Date()).date).map(
              ({ question, answer }) =>
                html`<dt>${question}</dt>
                  <dd>${answer}</dd>`,
            )}
          </dl>`
        : onPaper
    }
    ${
      changed
        ? html`<p>
            ${msg(
              'You changed your answers while they were being sent. The changes have not reached us: tell us about them, and give your reference.',
            )}
          </p>`
        : nothing
    }
    ${inTouch(
      reference
        ? msg('Keep your reference. If you have heard nothing by then, give it to us:')
        : msg('If you have heard nothing by then, get in touch:'),
      organisation,
    )}
    ${
      organisation.complaintsUrl
        ? html`<p><a href=${organisation.complaintsUrl}>${msg('How to complain')}</a></p>`
        : nothing
    }
    <p>${enforcement(organisation)}</p>
    ${
      request
        ? html`<p class="handrail-buttons">
            <button class="handrail-button" type="button" @click=${printReceipt}>
              ${msg('Print this receipt')}
            </button>
            <button class="handrail-button handrail-quiet" type="submit">
              ${msg('Make another request')}
            </button>
          </p>`
        : nothing
    }`;
  return { name: `handrail-receipt ${large}`, before, status, after };
}
