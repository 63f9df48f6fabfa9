import { msg } from '@lit/localize';
import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
import { words } from '../element/words.ts';
import type { SaidProblem } from './delivery.ts';
import { goTo } from './go-to.ts';
import { problemText } from './request.ts';

/** One line of the summary: what is wrong, and the id of the control that mends it. */
export interface SummaryLine {
  readonly id: string;
  readonly text: string;
}

/** A problem in our own words, or in the receiver's where it knows more kinds of them. */
export function problemSentence(problem: SaidProblem): string {
  // At run time a code may be one that is not ours.
  return problemText(problem) || (problem.message ?? '');
}

/** Goes to what mends a problem: the first choice of its question where its field is out of sight again. */
function goToField(root: ParentNode, id: string): void {
  const meant = root.querySelector<HTMLElement>(`#${id}`);
  goTo(meant?.closest('[hidden]')?.closest('fieldset')?.querySelector('input') ?? meant);
}

/**
 * Everything that is wrong with the answers, at the top of the form. Inside a shadow root a link to
 * `#id` leads nowhere by itself, so each one is led.
 *
 * @param root - holds the controls.
 * @param heading - the heading to fill.
 */
export function errorSummary(
  root: ParentNode,
  heading: HTMLHeadingElement,
  lines: readonly SummaryLine[],
): TemplateResult {
  const title = msg('There is a problem');
  render(words(title), heading);
  return html`<div class="handrail-summary" role="group" aria-label=${title} tabindex="-1">
    ${heading}
    <ul class="handrail-summary__list">
      ${lines.map(
        ({ id, text }) =>
          html`<li>
            <a
              href="#${id}"
              @click=${(event: Event) => {
                event.preventDefault();
                goToField(root, id);
              }}
              >${words(text)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
