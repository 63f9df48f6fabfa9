import { warn } from './warn.ts';

/**
 * Makes a heading that fits the host page's outline.
 *
 * @param host - the element that it is for, which a word in the console names where the level is none.
 * @param level - 1 to 6; anything else becomes the nearest of these, and what is not a number, 2. An
 *   attribute that was taken away again is `null`, and means 2.
 */
export function createHeading(host: HTMLElement, level: number | null): HTMLHeadingElement {
  const fitting = String(Math.min(6, Math.max(1, Math.round(level ?? 2) || 2)));
  if (String(level ?? 2) !== fitting) {
    const written = host.getAttribute('heading-level') ?? String(level);
    warn(
      `<${host.localName} heading-level="${written}"> is no level from 1 to 6. It uses ${fitting}.`,
    );
  }
  return document.createElement(`h${fitting}`) as HTMLHeadingElement;
}
