import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { safeText } from './safe-text.ts';
import type { SafeNode } from './safe-text.ts';

function view(node: SafeNode): TemplateResult | string {
  if (typeof node === 'string') return node;
  const children = node.children.map(view);
  switch (node.tag) {
    case 'p':
      return html`<p>${children}</p>`;
    case 'br':
      return html`<br />`;
    case 'ul':
      return html`<ul>
        ${children}
      </ul>`;
    case 'ol':
      return html`<ol>
        ${children}
      </ol>`;
    case 'li':
      return html`<li>${children}</li>`;
    case 'strong':
      return html`<strong>${children}</strong>`;
    case 'em':
      return html`<em>${children}</em>`;
    case 'a':
      return html`<a class="handrail-card__link" href=${node.href ?? ''} rel="noreferrer"
        >${children}</a
      >`;
  }
}

/** Draws free text that came from outside, as far as `safeText` lets it through. */
export function textView(text: string): readonly (TemplateResult | string)[] {
  return safeText(text).map(view);
}
