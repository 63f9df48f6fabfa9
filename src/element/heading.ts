/**
 * Makes a heading that fits the host page's outline.
 *
 * @param level - 1 to 6; anything else becomes the nearest of these, and what is not a number, 2.
 */
export function createHeading(level: number): HTMLHeadingElement {
  const fitting = Math.min(6, Math.max(1, Math.round(level) || 2));
  return document.createElement(`h${String(fitting)}`) as HTMLHeadingElement;
}
