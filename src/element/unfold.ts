/**
 * Opens everything that is folded or hidden around an element, also around its component, and closes the
 * dialog that a link to it stands in: nothing behind an open dialog can be reached.
 *
 * @param element - what is to be reached.
 * @param link - what leads to it.
 */
export function unfold(element: Element, link: Element): void {
  const dialog = link.closest('dialog');
  if (!dialog?.contains(element)) dialog?.close();
  let around: Node | null | undefined = element;
  while (around) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around instanceof HTMLDialogElement && !around.open) around.showModal();
    if (around instanceof HTMLElement && around.popover && !around.matches(':popover-open')) {
      around.showPopover();
    }
    if (around instanceof Element && around.hasAttribute('hidden')) {
      // As browsers announce it before they go to a fragment: an accordion hears of it, and opens whole.
      around.dispatchEvent(new Event('beforematch', { bubbles: true }));
      around.removeAttribute('hidden');
    }
    const { assignedSlot, host } = around as Partial<Element> & Partial<ShadowRoot>;
    around = assignedSlot ?? around.parentNode ?? host;
  }
}
