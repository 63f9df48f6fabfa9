import { html as serverHtml, renderThunked } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { drawAs } from '../template/html.ts';
import type { Html } from '../template/html.ts';

/** A template as a server writes it, and which of its values it has. */
interface ServerTemplate {
  readonly strings: TemplateStringsArray;
  readonly places: readonly number[];
}

/** What an element's property is called as an attribute; the text of an element is what stands in it. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  checked: '?checked',
  defaultValue: 'value',
  value: 'value',
};

const made = new WeakMap<TemplateStringsArray, ServerTemplate>();

/**
 * Takes out of a template what is not HTML: listeners go, a property becomes its attribute, and a text
 * that is set as a whole becomes what stands in the element.
 *
 * @throws Error where a template has a property that this does not know.
 */
function serverTemplate(strings: TemplateStringsArray): ServerTemplate {
  // Nothing in the templates is laid out by its white space.
  const [first = '', ...others] = strings.map((text) => text.replace(/[ \n]+/g, ' '));
  const parts = [first];
  const places: number[] = [];
  for (const [place, next] of others.entries()) {
    const before = parts.at(-1) ?? '';
    const [bound = '', kind = '', name = ''] = /\s+([.@])(\w+)=$/.exec(before) ?? [];
    const kept = before.slice(0, before.length - bound.length);
    const area = /<textarea[^<>]*$/.test(parts.join(''));
    const text = kind === '.' && (area || name === 'textContent');
    const [, rest] = /^\s*>\s*([^]*)$/.exec(next) ?? [];
    if (kind === '@') {
      parts[parts.length - 1] = kept + next;
      continue;
    }
    places.push(place);
    // HTML drops a line break that a text area begins with.
    if (text && rest !== undefined) parts[parts.length - 1] = `${kept}>${area ? '\n' : ''}`;
    else if (kind === '.' && ATTRIBUTES[name] && !text) {
      parts[parts.length - 1] = `${kept} ${ATTRIBUTES[name]}=`;
    } else if (kind) throw new Error(`A server cannot write .${name} of ${before}`);
    parts.push(text ? (rest ?? '') : next);
  }
  return { strings: Object.assign(parts, { raw: parts }), places };
}

/** Lit's `html` on a server: the same template without what only a page can have. */
const html: Html = (strings, ...values) => {
  let template = made.get(strings);
  if (template === undefined) made.set(strings, (template = serverTemplate(strings)));
  return serverHtml(
    template.strings,
    ...template.places.map((place) => values[place]),
  ) as ReturnType<Html>;
};

/**
 * Draws a view as HTML, in the language that `msg()` speaks. Nothing is waited for, so that two requests
 * in two languages never meet.
 *
 * @param view - makes what is drawn.
 */
export function viewHtml(view: () => unknown): string {
  const drawn = drawAs(html, () => collectResultSync(renderThunked(view())));
  // Lit ends a template that ends in a value with an empty comment, which only a page needs.
  // In text and in attributes, > is always escaped: what is left is the end of a tag.
  return drawn.replaceAll('<?>', '').replace(/ +(?=\/?>)|(?<=<\w+ ) +/g, '');
}
