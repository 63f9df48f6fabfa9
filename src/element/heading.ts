import { warn } from './warn.ts';

/**
 * Makes a heading that fits the host page's outline.
 *
 * @param level - 1 to 6; anything else becomes the nearest of these, and what is not a number, 2, with
 *   a word in the console. An attribute that was taken away again is `null`, and means 2.
 */
export function createHeading(level: number | null): HTMLHeadingElement {
  const fitting = String(Math.min(6, Math.max(1, Math.round(level ?? 2) || 2)));
  if (String(level ?? 2) !== fitting) {
    warn(`heading-level="${String(level)}" is no level from 1 to 6. It uses ${fitting}.`);
  }
  return document.createElement(`h${fitting}`) as HTMLHeadingElement;
}
