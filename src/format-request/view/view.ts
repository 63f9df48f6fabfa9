import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';

/**
 * What the element shows. The status is announced as it changes, which it can only be where its place
 * outlasts the form: a screen reader may not speak a heading that takes the focus from what is gone.
 */
export interface Panel {
  /** The classes of the whole. */
  readonly name: string;
  readonly before: TemplateResult;
  readonly status: TemplateResult | string;
  /** What else stands with the status. */
  readonly after: unknown;
  /** The class of both, where they are to be as loud as a receipt. */
  readonly loud?: string | undefined;
  /** What stands below all that. */
  readonly end?: unknown;
}

/** Puts what the element shows together. */
export function draw({ name, before, status, after, loud = '', end }: Panel): TemplateResult {
  return html`<div class=${name}>
    ${before}
    <div class=${loud}>
      <div class="handrail-status" role="status">${status}</div>
      ${after}
    </div>
    ${end}
  </div>`;
}
