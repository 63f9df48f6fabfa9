import type { Box } from './placement.ts';

/** The element around a node, or the node itself, that stays where it is when the page scrolls. */
function fixedAround(node: Element | null): Element | undefined {
  for (let element = node; element; element = element.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(element).position)) return element;
  }
  return undefined;
}

/** Whether an element has words of its own that reach into a box. */
function hasTextIn(element: Element, { left, top, right, bottom }: Box): boolean {
  return [...element.childNodes].some((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(
      (line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top,
    );
  });
}

/**
 * Finds words under a place that no scrolling brings out from under it, such as those of a header that
 * stays at the top.
 *
 * @param box - the place, in CSS pixels from the viewport's top left.
 * @param link - what is to stand there.
 * @returns the boxes of the elements that stay, from top to bottom.
 */
export function fixedTextUnder(box: Box, link: Element): Box[] {
  const { left, top, right, bottom } = box;
  const found = new Map<Element, Box>();
  for (const x of [left, (left + right) / 2, right]) {
    for (const y of [top, (top + bottom) / 2, bottom]) {
      for (const element of document.elementsFromPoint(x, y)) {
        const fixed = hasTextIn(element, box) ? fixedAround(element) : undefined;
        if (fixed && !fixed.contains(link) && !link.contains(fixed)) {
          found.set(fixed, fixed.getBoundingClientRect());
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.top - b.top);
}
