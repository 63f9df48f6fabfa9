import type { TemplateResult } from 'lit';
import { html } from './html.ts';

/**
 * Shows words that can change. A browser that translates a page puts elements of its own in the place
 * of a text, and whoever changes that text then changes nothing that is on the page: so the words of a
 * whole element are set anew.
 *
 * @param text - the words; they change where the same place is drawn again with others.
 */
export function words(text: string): TemplateResult {
  return html`<span .textContent=${text}></span>`;
}
