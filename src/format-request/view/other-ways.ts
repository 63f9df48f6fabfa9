import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { mailtoFor, requestAsText } from '../schema/answers.ts';
import { inTouch } from './contact.ts';
import type { Organisation } from '../schema/organisation.ts';
import type { RequestAnswers } from '../schema/request.ts';

/** What somebody can do who has no receipt. The answers stay in the form. */
export function otherWays(request: RequestAnswers, organisation: Organisation): TemplateResult {
  const text = requestAsText(request);
  const mailto = mailtoFor(
    organisation.email,
    msg('Request for a document in another format'),
    text,
    msg('The rest did not fit: please copy it from the form.'),
  );
  const copied = msg('Copied');
  const copy = async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    const box = button.parentElement?.querySelector('textarea');
    box?.select();
    try {
      await navigator.clipboard.writeText(text);
      button.nextElementSibling?.replaceChildren(copied);
    } catch {
      // Where the clipboard is out of reach, the text is selected and can be copied by hand.
      box?.focus();
    }
  };
  return html`<div class="handrail-other-ways">
    ${inTouch(msg('You can also ask us in another way:'), organisation, mailto)}
    <label class="handrail-label"
      >${msg('Your answers, to copy')}
      <textarea class="handrail-input" rows="4" readonly .value=${text}></textarea>
    </label>
    <button class="handrail-button handrail-quiet" type="button" @click=${copy}>
      ${msg('Copy')}
    </button>
    <span role="status"></span>
  </div>`;
}
