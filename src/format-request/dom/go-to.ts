/** Brings a control into view, with its question above it where there is room, and gives it the focus. */
export function goTo(control: HTMLElement | null | undefined): void {
  const fold = control?.closest('details');
  if (fold) fold.open = true;
  // At once: a page that scrolls smoothly would break off the first way for the second.
  const behavior = 'instant';
  control?.closest('.handrail-field, fieldset')?.scrollIntoView({ behavior });
  control?.focus({ preventScroll: true });
  control?.scrollIntoView({ behavior, block: 'nearest' });
}
