import { Markup, markup } from './markup.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** What stands around what an element draws. */
export interface Around {
  /** The element's tag and its attributes. */
  readonly tag: string;
  readonly attributes?: Attributes;
  /** Those of the `<div>` that the element draws into. */
  readonly own?: Attributes;
  /** Puts something between the element and that `<div>`. */
  readonly within?: (ui: Markup) => Markup;
}

/** Attributes as they stand in a start tag. What is `undefined` is left out. */
function attributesHtml(attributes: Attributes): Markup {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : markup` ${name}="${value}"`.text,
  );
  return new Markup(written.join(''));
}

/**
 * Writes an element with what it would draw, in the `<div>` that it draws into.
 *
 * @param drawn - HTML that is safe to send.
 */
export function hostHtml(drawn: string, around: Around): Markup {
  const { tag, attributes = {}, own, within = (drawnIn: Markup): Markup => drawnIn } = around;
  const ui = attributesHtml({ 'data-handrail-ui': 'html', ...own });
  const name = new Markup(tag);
  return markup`<${name}${attributesHtml(attributes)}>${within(markup`<div${ui}>${new Markup(drawn)}</div>`)}</${name}>`;
}
