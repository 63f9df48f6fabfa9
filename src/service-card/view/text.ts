import { html } from '../../template/html.ts';
import { withNumbers } from './numbers.ts';
import type { SafeNode } from '../../service/safe-text.ts';
import type { CardExtras } from './view.ts';

function view(node: SafeNode): unknown {
  if (typeof node === 'string') return withNumbers(node);
  // A link has no other inside.
  const children = node.children.map((child) =>
    node.tag === 'a' && typeof child === 'string' ? child : view(child),
  );
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
      return html`<a class="handrail-card-link" href=${node.href ?? ''} rel="noreferrer"
        >${children}</a
      >`;
  }
}

/**
 * Draws free text that came from outside: as paragraphs, or where it has markup, lists or line
 * breaks, as far as `safeText` lets them through.
 *
 * @param extras - gives `safeText`, and nothing until it has been fetched.
 */
export function textView(
  text: string,
  extras: () => Pick<CardExtras, 'safeText'> | undefined,
): readonly unknown[] {
  if (/[<&]|^\s*[-*•]\s|\S[^\S\n]*\n[^\S\n]*\S/m.test(text))
    return (extras()?.safeText(text) ?? []).map(view);
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${withNumbers(paragraph)}</p>`);
}
