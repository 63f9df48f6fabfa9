import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../template/heading.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { enforcement, inTouch } from './contact.ts';
import type { Organisation } from '../schema/organisation.ts';
import type { Panel } from './view.ts';

/** What can be said of a request that is being sent. */
interface SendingView {
  /** Whether the last attempt ended without a receipt. */
  readonly failed: boolean;
  readonly busy: boolean;
  readonly status: string;
}

/** What stands around the form's fields. */
export interface FormSurroundings {
  /** The level of its headings. */
  readonly level: number;
  /** A page's own heading, where the form is a page. */
  readonly title?: unknown;
  /** Everything that is wrong with the answers, or nothing. */
  readonly summary: unknown;
  /** By when a reply is promised. */
  readonly promise: string;
  readonly fields: unknown;
  readonly organisation: Organisation;
  readonly sending: SendingView;
  /** Where it says what happens to the answers: a web address, or empty. */
  readonly privacy: string;
  /** Whether our words about problems are needed, and those about who enforces the duty. */
  readonly aboutProblems: boolean;
  readonly aboutDuty: boolean;
  /** What somebody can do whose request could not be sent, or nothing. */
  readonly otherWays: unknown;
  /** A sentence to show beside words whose translation nobody has reviewed. */
  readonly notice: string;
}

/** What an accessibility statement's form is for, beside asking for documents. */
function aboutProblems(): TemplateResult {
  return html`<p>
    ${msg(
      'Tell us what is not accessible on this site, or ask for information that you cannot read, also where the law does not require it to be accessible.',
    )}
  </p>`;
}

/** Draws the form: its promise, its questions, its button, and other ways to ask where it failed. */
export function questions(around: FormSurroundings): Panel {
  const { summary, promise, fields, organisation, notice, privacy } = around;
  const { failed, busy, status } = around.sending;
  return {
    name: '',
    before: html`${summary} ${around.title} ${around.aboutProblems ? aboutProblems() : nothing}
      <p .textContent=${promise}></p>
      ${inTouch(msg('You do not have to use this form:'), organisation)} ${fields}
      ${privacy ? html`<p><a href=${privacy}>${msg('What we do with your answers')}</a></p>` : nothing}
      <button class="handrail-button" type="submit" aria-disabled=${busy}>
        ${words(failed ? msg('Try again') : msg('Send request'))}
      </button>`,
    status: failed
      ? html`${heading(around.level, msg('Not done yet'))}
          <p>${words(status)}</p>`
      : status && words(status),
    after: around.otherWays,
    loud: failed ? 'handrail-failed' : undefined,
    end: html`${around.aboutDuty ? html`<p>${enforcement(organisation)}</p>` : nothing}
    ${notice ? html`<p class="handrail-hint">${notice}</p>` : nothing}`,
  };
}
