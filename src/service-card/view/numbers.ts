import { html } from '../../template/html.ts';
import { telephone } from '../../telephone/telephone.ts';

/** What may be a number: digits with what people write between them. */
const NUMBER = /\+?\d[\d ()\u00a0-]{1,20}\d/g;

/** Words before three digits that make them a number to ring: else they are an age, an amount or a room. */
const RING = /(?:call|ring|dial|phone|text|on|or) $/i;

/**
 * A text with every whole number of the United Kingdom's plan in it as a link. What stands in it is shown
 * as it is written: nothing is picked out of longer digits.
 */
export function withNumbers(text: string): unknown {
  const parts: unknown[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    const { href } = telephone(found);
    const before = text.slice(0, index);
    const after = text.slice(index + found.length);
    const apart = !/[\d£.,/]$/.test(before) && !/^\d/.test(after);
    // A name behind three digits makes them a house: "on 101 High Street".
    const rings = /^\d+$/.test(found) && RING.test(before) && !/^ [A-Z]/.test(after);
    if (!href || !apart || (found.length < 7 && !rings)) continue;
    const link = html`<a class="handrail-card-link" href=${href}><bdi dir="ltr">${found}</bdi></a>`;
    parts.push(text.slice(end, index), link);
    end = index + found.length;
  }
  return end === 0 ? text : [...parts, text.slice(end)];
}
