import { nearestLevel } from '../template/heading.ts';
import { warn } from './warn.ts';

/**
 * The level of a heading that fits the host page's outline.
 *
 * @param host - the element that it is for, which a word in the console names where the level is none.
 * @param level - 1 to 6; anything else becomes the nearest of these, and what is not a number, 2. An
 *   attribute that was taken away again is `null`, and means 2.
 */
export function fittingLevel(host: HTMLElement, level: number | null): number {
  const fitting = nearestLevel(level);
  if (String(level ?? 2) !== String(fitting)) {
    const written = host.getAttribute('heading-level') ?? String(level);
    warn(
      `<${host.localName} heading-level="${written}"> is no level from 1 to 6. It uses ${String(fitting)}.`,
    );
  }
  return fitting;
}
