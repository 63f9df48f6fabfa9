import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../template/heading.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { goTo } from '../dom/go-to.ts';

/** One line of the summary: what is wrong, and the id of the control that mends it. */
export interface SummaryLine {
  readonly id: string;
  readonly text: string;
}

/** Goes to what mends a problem: the first choice of its question where its field is out of sight again. */
function goToField(root: ParentNode, id: string): void {
  const meant = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  goTo(meant?.closest('[hidden]')?.closest('fieldset')?.querySelector('input') ?? meant);
}

/** What a summary is drawn from. */
export interface Summary {
  /** What the ids in it begin with. */
  readonly prefix: string;
  /** The level of its heading. */
  readonly level: number;
  readonly lines: readonly SummaryLine[];
  /** Holds the controls. */
  readonly root?: ParentNode;
  /** What is wrong with the request as a whole, where no script says so below the form. */
  readonly notice?: unknown;
  /** Whether a page begins at it. */
  readonly autofocus?: boolean;
}

function summaryItem({ id, text }: SummaryLine, root: ParentNode | undefined): TemplateResult {
  return html`<li>
    <a
      href="#${id}"
      @click=${(event: Event) => {
        event.preventDefault();
        if (root) goToField(root, id);
      }}
      >${words(text)}</a
    >
  </li>`;
}

/**
 * Everything that is wrong with the answers, at the top of the form. Inside a shadow root a link to
 * `#id` leads nowhere by itself, so each one is led.
 */
export function errorSummary(summary: Summary): TemplateResult {
  const { prefix, level, lines, root, notice, autofocus } = summary;
  const [title, list] = [`${prefix}-summary`, `${prefix}-summary-list`];
  // It takes the focus, and is read with that: as an alert it would be read twice.
  return html`<div
    class="handrail-summary"
    role="group"
    aria-labelledby=${title}
    aria-describedby=${lines[0] ? list : nothing}
    tabindex="-1"
    ?autofocus=${autofocus}
  >
    ${heading(level, msg('There is a problem'), { id: title })} ${notice}
    ${
      lines[0]
        ? // Without its marks Safari takes a list for none.
          // eslint-disable-next-line lit-a11y/no-redundant-role
          html`<ul class="handrail-summary-list" id=${list} role="list">
            ${lines.map((line) => summaryItem(line, root))}
          </ul>`
        : nothing
    }
  </div>`;
}
