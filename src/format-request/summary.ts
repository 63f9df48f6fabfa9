import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { SaidProblem } from './delivery.ts';
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

/** Brings a control into view with its question above it, and gives it the focus. */
function goTo(root: ParentNode, id: string): void {
  const meant = root.querySelector<HTMLElement>(`#${id}`);
  // A field that is out of sight again is asked for by the first choice of its question.
  const control = meant?.closest('[hidden]')?.closest('fieldset')?.querySelector('input') ?? meant;
  const question = control?.closest('.handrail-field') ?? control?.closest('fieldset') ?? control;
  question?.scrollIntoView();
  control?.focus({ preventScroll: true });
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
  heading.textContent = title;
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
                goTo(root, id);
              }}
              >${text}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
