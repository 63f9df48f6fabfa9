import { html as litHtml } from 'lit';

/** What makes a template's result: Lit's `html`, or what a renderer on a server has for it. */
export type Html = typeof litHtml;

/** Who makes the results while something is drawn on a server: nobody, on a page. */
let tag: Html | undefined;

/** Lit's `html`, for templates that a server draws too. */
export const html: Html = (...template) => (tag ?? litHtml)(...template);

/**
 * Draws something with another tag in the place of Lit's. Nothing is waited for meanwhile, so nobody
 * else gets it, and it is gone afterwards, also where drawing throws.
 */
export function drawAs<T>(renderer: Html, draw: () => T): T {
  const before = tag;
  tag = renderer;
  try {
    return draw();
  } finally {
    tag = before;
  }
}
