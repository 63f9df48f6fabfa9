import { spokenLanguage, writingDirection } from '../element/language.ts';
import { inLanguage } from './language.ts';
import { Markup, markup } from './markup.ts';

/** What stands around what an element draws. */
export interface Around {
  readonly language?: string | undefined;
  /** The id of what the element draws into. */
  readonly id?: string;
  /** Puts something between the element and what it draws. */
  readonly within?: (ui: Markup) => Markup;
}

/** Attributes as they stand in a start tag. What is `undefined` is left out; empty text has no value. */
export function attributesHtml(attributes: Readonly<Record<string, string | undefined>>): Markup {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : markup` ${name}="${value}"`.text,
  );
  return new Markup(written.join(''));
}

/**
 * Writes an element with what it would draw, in the `<div>` that it draws into. A page whose own
 * language is another has that `<div>` say its language.
 */
export function hostHtml(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  drawn: string,
  { language, id, within = (ui) => ui }: Around,
): string {
  const [lang, dir] = inLanguage(language, () => [spokenLanguage(), writingDirection()]);
  const own = attributesHtml({ slot: 'handrail', 'data-handrail-ui': 'html', id, lang, dir });
  const ui = markup`<div${own}>${new Markup(drawn)}</div>`;
  const name = new Markup(tag);
  return markup`<${name}${attributesHtml(attributes)}>${within(ui)}</${name}>`.text;
}
