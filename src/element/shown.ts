/** Whether an element is there to be seen. Where a page has no layout, as in jsdom, everything is. */
export function isShown(element: Element): boolean {
  return !('checkVisibility' in element) || element.checkVisibility();
}
