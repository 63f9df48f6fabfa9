import { isShown } from '../element/shown.ts';

/** What the Tab key stops at, before it is known whether it can be seen. */
const STOPS = 'a[href],button,input,select,textarea,summary,iframe,[tabindex]';

/**
 * Makes sure that the Tab key comes to an exit at its first or second stop: where the link stands
 * further down the page, a second one goes to its top, unseen until it has focus. The page's own order
 * stays as it is.
 *
 * @param link - gives the exit's link, which the second one presses; a framework may change it for another.
 * @returns the second link, where one was needed.
 */
export function addEarlyLink(link: () => HTMLElement | undefined): HTMLAnchorElement | undefined {
  const first = [...document.querySelectorAll<HTMLElement>(STOPS)]
    .filter((stop) => stop.tabIndex >= 0 && isShown(stop))
    .slice(0, 2);
  if (first.some((stop) => stop === link())) return undefined;
  const early = document.createElement('a');
  early.className = 'handrail-exit-early';
  early.addEventListener('click', (event) => {
    event.preventDefault();
    link()?.click();
  });
  document.body.prepend(early);
  return early;
}
