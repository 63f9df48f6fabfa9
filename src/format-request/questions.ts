import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { words } from '../element/words.ts';
import { enforcement, inTouch, otherWays } from './contact.ts';
import type { Organisation } from './contact.ts';
import type { FormatRequest } from './format-request.ts';
import type { FormatRequest as Request } from './request.ts';
import type { Sending } from './sending.ts';
import { isForStatement, readLink } from './settings.ts';
import type { View } from './view.ts';

/** What stands around the form's fields. */
export interface Surroundings {
  /** Everything that is wrong with the answers, or nothing. */
  readonly summary: unknown;
  /** By when a reply is promised. */
  readonly promise: string;
  readonly fields: unknown;
  readonly organisation: Organisation;
  readonly sending: Sending;
  /** The answers so far: other ways to ask take them along. */
  readonly answers: () => Request;
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
export function questions(host: FormatRequest, around: Surroundings): View {
  const { summary, promise, fields, organisation, notice } = around;
  const { failed, busy, status } = around.sending;
  const privacy = readLink('privacy', host.privacy, host.baseURI);
  /** Whether the statement needs our words on a subject: the author's own take their place. */
  const needs = (words: string): boolean =>
    isForStatement(host.purpose) && !host.querySelector(`[data-handrail-${words}]`);
  return {
    name: '',
    // A place for the alert that is there beforehand: what is put into it is announced everywhere.
    before: html`<div role="alert">${summary}</div>
      ${needs('wording') ? aboutProblems() : nothing}
      <p .textContent=${promise}></p>
      ${inTouch(msg('You do not have to use this form:'), organisation)} ${fields}
      ${privacy && html`<p><a href=${privacy}>${msg('What we do with your answers')}</a></p>`}
      <button class="handrail-button" type="submit" aria-disabled=${busy}>
        ${words(failed ? msg('Try again') : msg('Send request'))}
      </button>`,
    status: status && words(status),
    after: html`${failed ? otherWays(around.answers(), organisation) : nothing}
    ${needs('enforcement') ? html`<p>${enforcement(organisation)}</p>` : nothing}
    ${notice ? html`<p class="handrail-hint">${notice}</p>` : nothing}`,
  };
}
