import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import { html } from './html.ts';
import { words } from './words.ts';

/** The level from 1 to 6 that is nearest; 2 for what is no number. */
export function nearestLevel(level: number | null | undefined): number {
  return Math.min(6, Math.max(1, Math.round(level ?? 2) || 2));
}

/** What a heading may have beside its words. */
export interface HeadingAttributes {
  readonly id?: string;
  /** The language of its words, where the words around it are in another. */
  readonly lang?: string | undefined;
  /** Whether a script puts the focus on it. */
  readonly focused?: boolean;
}

/** Draws a heading of a level from 1 to 6. */
export function heading(
  level: number,
  text: string,
  { id, lang, focused }: HeadingAttributes = {},
): TemplateResult {
  const [name, own, dir] = [id ?? nothing, lang ?? nothing, lang ? 'auto' : nothing];
  const tabindex = focused ? -1 : nothing;
  const content = words(text);
  switch (level) {
    case 1:
      return html`<h1 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h1>`;
    case 2:
      return html`<h2 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 id=${name} lang=${own} dir=${dir} tabindex=${tabindex}>${content}</h6>`;
  }
}
