import { warn } from '../element/warn.ts';

/**
 * Tells an author, on their own machine, what will not work on this page. Nobody else's page loads this.
 *
 * @param element - the quick exit.
 * @param link - its link.
 */
export function selfCheck(element: HTMLElement, link: HTMLAnchorElement): void {
  if (!element.isConnected) return;
  // Scripts that wait, such as those that a framework puts first, run after the guard all the same.
  const script = document.head.querySelector<HTMLScriptElement>(
    'script:not([async], [defer], [type=module], [type$=json])',
  );
  if (!script?.src.includes('handrail-guard')) {
    warn(
      'handrail-guard.min.js is not the first script in the head. Put it there: without it nothing ' +
        'is covered until the other scripts have arrived, and Back can show a page for a moment.',
    );
  }
  if (link.protocol === 'http:') {
    warn('The quick exit leads to an http:// address, which others can watch. Use https://.');
  }
  const { left, top, width, height } = link.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (width === 0 || !(hit && link.contains(hit))) {
    warn(
      'The quick exit cannot be seen: it is hidden, off the screen or covered. Look for ' +
        'display: none around it, or for a layer of the page above it.',
    );
  }
}
