import { escapeHtml } from '../service/entities.ts';

/** HTML that is safe to send: written in our source, with every value in it escaped. */
export class Markup {
  /** The HTML itself. */
  readonly text: string;

  /** @param text - HTML that has been escaped already. */
  constructor(text: string) {
    this.text = text;
  }

  /** Gives the HTML. */
  toString(): string {
    return this.text;
  }
}

/** What can stand in a template: text to escape, finished markup, a list of it, or nothing. */
export type MarkupValue = string | Markup | readonly Markup[] | undefined;

function safe(value: MarkupValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  return value instanceof Markup ? value.text : value.map(({ text }) => text).join('\n');
}

/**
 * Writes HTML: markup`<p title="${title}">${text}</p>`. Every text is escaped, for element content
 * and for attribute values in double quotes. `undefined` leaves nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(strings.map((string, at) => string + safe(values[at])).join(''));
}
