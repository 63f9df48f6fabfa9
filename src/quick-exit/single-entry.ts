/** The parts of a click that decide whether it is an ordinary one. */
type Click = Pick<
  MouseEvent,
  'button' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented'
>;

/** The parts of a link that decide where it leads and how. */
type Link = Pick<
  HTMLAnchorElement,
  'href' | 'origin' | 'pathname' | 'search' | 'hash' | 'target'
> & { hasAttribute(name: string): boolean };

/**
 * Decides whether a click on a link may take the place of the present history entry: an ordinary click
 * on a link that opens another page of the same site in the same tab.
 */
export function replacesEntry(
  click: Click,
  link: Link,
  here: Pick<Location, 'origin' | 'pathname' | 'search'>,
): boolean {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = click;
  const ordinary = !button && !altKey && !ctrlKey && !metaKey && !shiftKey && !defaultPrevented;
  const samePage = link.pathname === here.pathname && link.search === here.search;
  return (
    ordinary &&
    link.origin === here.origin &&
    /^(_self)?$/i.test(link.target) &&
    !link.hasAttribute('download') &&
    !(samePage && link.href.includes('#'))
  );
}
